package dev.assay.cli.terminal;

import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;
import dev.assay.findings.TextCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Signals that a command line cannot be carried out, which a sentence of the catalogue explains.
 */
public final class WrongCommand extends ParameterException implements Explained {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  public WrongCommand(CommandLine command, Sentence sentence) {
    super(command, sentence.text());
    this.sentence = sentence;
  }

  /**
   * An explanation by a code.
   *
   * @param pairs names and values in turn, as {@link Sentence} takes them
   */
  public static WrongCommand of(CommandLine command, TextCode code, Object... pairs) {
    return new WrongCommand(command, Sentence.of(code, pairs));
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
