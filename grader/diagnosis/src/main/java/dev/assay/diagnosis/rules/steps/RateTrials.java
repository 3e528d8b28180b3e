package dev.assay.diagnosis.rules.steps;

/** Shares of the best gain of short trainings, by which a learning rate is told to be far off. */
final class RateTrials {
  /** The steps of a short training, as the worker takes them; of large batches it takes fewer. */
  static final int STEPS = 60;

  /** A rate that gains less than this in as many steps is not near the best one. */
  static final double HALF = 0.5;

  /** A whole training that gains less than this did worse than a few steps at the best rate. */
  static final double MOST = 0.95;

  /** A gain below this part of the loss before shows nothing about rates. */
  static final double CLEAR = 0.05;

  private RateTrials() {}
}
