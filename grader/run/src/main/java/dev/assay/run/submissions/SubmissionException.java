package dev.assay.run.submissions;

import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;

/** A path that cannot be graded; the sentence says why and what to do. */
public final class SubmissionException extends Exception implements Explained {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  SubmissionException(Sentence sentence) {
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
