package dev.assay.run.export;

import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;

/** A model cannot be exported as asked; the sentence says why and what to do. */
public final class ExportException extends Exception implements Explained {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  ExportException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }

  @Override
  public String getMessage() {
    return sentence.text();
  }
}
