package dev.assay.run.submissions;

/** A path that cannot be graded; the message says why and what to do. */
public final class SubmissionException extends Exception {
  private static final long serialVersionUID = 1;

  public SubmissionException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
