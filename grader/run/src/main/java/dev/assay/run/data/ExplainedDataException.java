package dev.assay.run.data;

import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.Explained;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.io.IOException;

/** Data that cannot be prepared for the workers; the sentence says why and what to do. */
final class ExplainedDataException extends DataException {
  private static final long serialVersionUID = 1;

  ExplainedDataException(Sentence sentence) {
    super(sentence);
  }

  ExplainedDataException(Sentence sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Says why the temporary folder cannot take what a worker is to read. */
  static ExplainedDataException ofTemporaryFolder(IOException e) {
    return new ExplainedDataException(
        Sentence.of(FaultCode.TEMPORARY_NOT_WRITABLE, "reason", reason(e)), e);
  }

  /** The failure's own sentence, or a few words on it. */
  static Object reason(Exception e) {
    if (e instanceof Explained known) {
      return known.sentence();
    }
    return e instanceof IOException io ? Reasons.of(io) : String.valueOf(e.getMessage());
  }
}
