package dev.assay.exam.ledger;

/** What an entry of a ledger records. */
public enum EntryKind {
  /** The exam began: its blueprint, its draw. */
  STARTED,
  /** A submission arrived, before it is graded. */
  ARRIVED,
  /** An attempt was graded. */
  GRADED,
  /** The grader failed on an attempt, which costs none. */
  FAULTED,
  /** The clock was stopped. */
  PAUSED,
  /** The clock goes on. */
  RESUMED,
  /** The exam ended. */
  FINISHED
}
