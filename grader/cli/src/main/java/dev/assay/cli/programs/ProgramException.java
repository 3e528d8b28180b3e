package dev.assay.cli.programs;

import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;

/**
 * Signals that the user's program cannot be run; the sentence says why and what to do, on one or
 * more lines.
 */
public final class ProgramException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  private ProgramException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  /**
   * An explanation by a code.
   *
   * @param pairs names and values in turn, as {@link Sentence} takes them
   */
  static ProgramException of(TerminalCode code, Object... pairs) {
    return new ProgramException(Sentence.of(code, pairs));
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
