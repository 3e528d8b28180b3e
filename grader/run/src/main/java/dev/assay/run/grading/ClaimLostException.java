package dev.assay.run.grading;

import java.io.IOException;

/** Signals that another grader has taken over a submission, so that this one must leave it. */
public final class ClaimLostException extends IOException {
  private static final long serialVersionUID = 1;

  /** A claim on a submission that is lost. */
  public ClaimLostException(String submission) {
    super(submission);
  }
}
