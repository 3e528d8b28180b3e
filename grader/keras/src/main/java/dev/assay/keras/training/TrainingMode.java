package dev.assay.keras.training;

/**
 * The precision that training may give up for speed. Evaluation and prediction are always in
 * float32.
 *
 * <p>Example:
 *
 * <pre>{@code
 * TrainerOptions options = TrainerOptions.seed(42).mode(TrainingMode.FAST);
 * options.mode(); // -> FAST
 * }</pre>
 */
public enum TrainingMode {
  /**
   * All in float32: the same graph, plan, data and seed give the same weights, bit for bit, on the
   * same machine, with any number of threads.
   */
  REPRODUCIBLE,
  /**
   * Convolutions, matrix products and what lies between them in bfloat16 (8 bits of precision, the
   * range of float32) where the processor has instructions for it; weights, their updates and the
   * loss stay in float32. What comes out differs from the other mode's, and may differ between
   * runs.
   */
  FAST
}
