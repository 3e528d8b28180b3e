package dev.assay.keras.schedules;

/**
 * A learning rate that changes, as Keras's {@code LearningRateSchedule}.
 *
 * <p>Keras computes in float32; here it is double precision, rounded to float32 when it is used.
 *
 * <p>Example:
 *
 * <pre>{@code
 * LearningRateSchedule schedule = ExponentialDecay.of(0.1, 10, 0.5);
 * schedule.at(0); // -> 0.1
 * schedule.at(20); // -> 0.025
 * descend(SGD.withLearningRate(schedule), 2); // -> [0.8, 0.65071]
 * }</pre>
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
