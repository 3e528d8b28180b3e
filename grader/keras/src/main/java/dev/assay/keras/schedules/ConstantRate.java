package dev.assay.keras.schedules;

/**
 * A constant learning rate, unless a callback changes it.
 *
 * <p>Example:
 *
 * <pre>{@code
 * new ConstantRate(0.01).at(1000); // -> 0.01
 * Adam.withLearningRate(0.01).schedule().at(1000); // -> 0.01
 * }</pre>
 *
 * @param learningRate positive, as float32 too
 */
public record ConstantRate(double learningRate) implements LearningRateSchedule {
  public ConstantRate {
    if (!((float) learningRate > 0 && (float) learningRate < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate must be positive. Received: " + learningRate);
    }
  }

  /** Creates the schedule with a learning rate. */
  public static ConstantRate of(double learningRate) {
    return new ConstantRate(learningRate);
  }

  @Override
  public double at(long step) {
    return learningRate;
  }
}
