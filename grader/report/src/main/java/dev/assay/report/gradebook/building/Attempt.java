package dev.assay.report.gradebook.building;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.ProblemGrade;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One of a student's hand-ins for a problem.
 *
 * @param submission the id
 * @param report its result; null while it waits
 * @param handedIn when; null where that is not known
 * @param percentOff what lateness takes off, in per cent
 */
record Attempt(
    String submission,
    @Nullable GradeReport report,
    @Nullable Instant handedIn,
    double percentOff) {
  /** The oldest first; those of an unknown time before all others. */
  static final Comparator<Attempt> BY_TIME =
      Comparator.comparing(
              Attempt::handedIn, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Attempt::submission);

  /** Whether it has a result that counts. */
  boolean isGraded() {
    return report != null && report.verdict() != Verdict.GRADER_ERROR;
  }

  private double rawPoints() {
    return report == null ? 0 : report.judgement().points();
  }

  private double latePoints() {
    return rawPoints() * percentOff / 100;
  }

  double points() {
    return rawPoints() - latePoints();
  }

  /** Whether no other attempt can give more points. */
  boolean isFull() {
    return isGraded() && report != null && points() >= report.judgement().maxPoints();
  }

  ProblemGrade grade() {
    return isGraded()
        ? new ProblemGrade(GradeState.GRADED, report, handedIn, rawPoints(), latePoints(), null)
        : new ProblemGrade(GradeState.PENDING, report, handedIn, 0, 0, null);
  }
}
