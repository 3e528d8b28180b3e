package dev.assay.report.export;

import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;

/** Signals that grades cannot be exported as they were asked for, and says what to do. */
public final class ExportException extends SentenceException {
  private static final long serialVersionUID = 1;

  public ExportException(Sentence sentence) {
    super(sentence);
  }

  /**
   * An explanation by a code.
   *
   * @param pairs names and values in turn, as {@link Sentence} takes them
   */
  public static ExportException of(ExportCode code, Object... pairs) {
    return new ExportException(Sentence.of(code, pairs));
  }
}
