package dev.assay.exam.blueprint;

/** How much of an attempt's result is told before the exam ends. */
public enum Disclosure {
  /** Points, score and verdict at once. */
  EACH,
  /** The verdict alone. */
  VERDICT,
  /** That it was graded, and nothing else. */
  BLIND
}
