package dev.assay.exam.blueprint;

/** Where the hidden examples of an exam come from. */
public enum HiddenKind {
  /** The part of the data set that a seed splits off. */
  PUBLISHED,
  /** A part that is drawn for the exam from a secret seed, for problems that can draw one. */
  FRESH,
  /** Sets that an instructor has sealed. */
  SEALED
}
