package dev.assay.datasets.files;

import dev.assay.findings.DataCode;
import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;

/**
 * Data is missing, malformed or not what the catalogue says.
 *
 * <p>The sentence names the file, the place in it, what was expected and, where there is one, the
 * next step.
 */
public class DataException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  public DataException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  public DataException(Sentence sentence, Throwable cause) {
    super(sentence.text(), cause);
    this.sentence = sentence;
  }

  /**
   * An explanation by a code.
   *
   * @param pairs names and values in turn, as {@link Sentence} takes them
   */
  public static DataException of(DataCode code, Object... pairs) {
    return new DataException(Sentence.of(code, pairs));
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
