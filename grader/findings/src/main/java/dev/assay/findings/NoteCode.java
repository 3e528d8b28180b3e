package dev.assay.findings;

/** Notes on what was handed in: what was assumed, and what was left out. */
public enum NoteCode implements TextCode {
  NOTHING_GRADED,
  PASSED_OF,
  POINTS_OF,
  NOT_GRADED,
  LEFT_OUT_MORE
}
