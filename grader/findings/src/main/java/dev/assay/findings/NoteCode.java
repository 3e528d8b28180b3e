package dev.assay.findings;

/** Notes on what was handed in: what was assumed, and what was left out. */
public enum NoteCode implements TextCode {
  LEFT_OUT_MORE
}
