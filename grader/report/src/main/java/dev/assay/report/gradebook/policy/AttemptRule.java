package dev.assay.report.gradebook.policy;

/** Which of a student's hand-ins counts for a problem. */
public enum AttemptRule {
  /** The one with the most points, lateness taken off; of equal ones the earliest. */
  BEST,
  /** The one that was handed in last. */
  LAST
}
