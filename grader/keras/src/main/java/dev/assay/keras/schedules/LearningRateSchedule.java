package dev.assay.keras.schedules;

/**
 * A learning rate that changes, as Keras's {@code LearningRateSchedule}.
 *
 * <p>Keras computes in float32; here it is double precision, rounded to float32 when it is used.
 */
public sealed interface LearningRateSchedule
    permits ConstantRate,
        CosineDecay,
        CosineDecayRestarts,
        ExponentialDecay,
        InverseTimeDecay,
        PiecewiseConstantDecay,
        PolynomialDecay {

  /**
   * The learning rate of a step.
   *
   * @param step how many steps were made before it, so 0 for the first
   */
  double at(long step);
}
