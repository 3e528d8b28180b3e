package dev.assay.report.gradebook;

/** Whether a student has a grade for a problem, and why not. */
public enum GradeState {
  /** Graded: the points count. */
  GRADED,
  /** Handed nothing in for the problem: no points. */
  MISSING,
  /** Not graded yet, or the grader failed: counts neither way, and exports leave it out. */
  PENDING,
  /** Excused: the problem is left out of the student's total. */
  EXCUSED
}
