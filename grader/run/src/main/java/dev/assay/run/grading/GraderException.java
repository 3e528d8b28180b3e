package dev.assay.run.grading;

import dev.assay.findings.Sentence;
import java.util.List;

/** A failure of the grader's own, which is never the candidate's: a GRADER_ERROR. */
public final class GraderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final List<Sentence> reasons;

  /**
   * Creates the failure.
   *
   * @param reasons for the result: what failed, and why; at least one
   */
  public GraderException(List<Sentence> reasons) {
    super(Sentence.text(reasons));
    this.reasons = List.copyOf(reasons);
  }

  /**
   * Creates the failure.
   *
   * @param reason for the result: what failed, and why
   */
  public GraderException(Sentence reason) {
    this(List.of(reason));
  }

  /** Returns what failed, and why. */
  public List<Sentence> reasons() {
    return reasons;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
