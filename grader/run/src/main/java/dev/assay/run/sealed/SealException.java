package dev.assay.run.sealed;

import dev.assay.datasets.files.DataException;
import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;

/** A sealed file or a key is not what it must be; the sentence says what is wrong with it. */
public final class SealException extends DataException implements Explained {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  SealException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  SealException(Sentence sentence, Throwable cause) {
    super(sentence.text(), cause);
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
