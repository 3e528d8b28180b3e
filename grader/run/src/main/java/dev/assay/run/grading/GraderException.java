package dev.assay.run.grading;

/** A failure of the grader's own, which is never the candidate's: a GRADER_ERROR. */
public final class GraderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the failure.
   *
   * @param message for the result: what failed, and why
   */
  public GraderException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
