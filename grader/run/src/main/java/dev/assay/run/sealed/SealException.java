package dev.assay.run.sealed;

import dev.assay.datasets.files.DataException;
import dev.assay.findings.Sentence;

/** A sealed file or a key is not what it must be; the sentence says what is wrong with it. */
public final class SealException extends DataException {
  private static final long serialVersionUID = 1L;

  SealException(Sentence sentence) {
    super(sentence);
  }

  SealException(Sentence sentence, Throwable cause) {
    super(sentence, cause);
  }
}
