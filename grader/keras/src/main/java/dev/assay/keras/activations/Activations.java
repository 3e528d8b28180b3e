package dev.assay.keras.activations;

import org.tensorflow.op.nn.LeakyRelu;

/**
 * Activation functions with arguments, as the functions of Keras's {@code activations}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(ActivationLayer.of(Activations.leakyRelu(0.1)), "[[-1, 2]]"); // -> [[-0.1, 2]]
 * }</pre>
 */
public final class Activations {
  private Activations() {}

  /**
   * {@code x} above the threshold, but at most {@code maxValue}; {@code negativeSlope (x -
   * threshold)} below.
   *
   * @param negativeSlope at least 0; Keras's default 0
   * @param maxValue positive, or infinite for no limit, Keras's default
   * @param threshold at least 0; Keras's default 0
   */
  public static ActivationFunction relu(double negativeSlope, double maxValue, double threshold) {
    notNegative("relu", "negativeSlope", negativeSlope);
    notNegative("relu", "threshold", threshold);
    if (!(maxValue > 0)) {
      throw new IllegalArgumentException("relu: maxValue must be positive. Received: " + maxValue);
    }
    return (tf, x) ->
        Formulas.relu(tf, x, (float) negativeSlope, (float) maxValue, (float) threshold);
  }

  /** {@code x} above 0, {@code negativeSlope x} below; Keras's default 0.2. */
  public static ActivationFunction leakyRelu(double negativeSlope) {
    notNegative("leakyRelu", "negativeSlope", negativeSlope);
    return (tf, x) -> tf.nn.leakyRelu(x, LeakyRelu.alpha((float) negativeSlope));
  }

  /** {@code x} above 0, {@code alpha (exp(x) - 1)} below; Keras's default 1. */
  public static ActivationFunction elu(double alpha) {
    notNegative("elu", "alpha", alpha);
    return (tf, x) -> Formulas.elu(tf, x, (float) alpha);
  }

  /** {@code x} above 0, {@code alpha (exp(x / alpha) - 1)} below; Keras's default 1. */
  public static ActivationFunction celu(double alpha) {
    positive("celu", "alpha", alpha);
    return (tf, x) -> Formulas.celu(tf, x, (float) alpha);
  }

  /**
   * {@code x P(X <= x)} for a standard normal X.
   *
   * @param approximate whether by the formula with tanh; Keras's default false
   */
  public static ActivationFunction gelu(boolean approximate) {
    return approximate ? Formulas::tanhGelu : Formulas::gelu;
  }

  /** {@code x} brought nearer to 0 by the threshold, 0 within it; Keras's default 0.5. */
  public static ActivationFunction softShrink(double threshold) {
    notNegative("softShrink", "threshold", threshold);
    float limit = (float) threshold;
    return (tf, x) -> tf.math.sub(x, Formulas.clip(tf, x, -limit, limit));
  }

  /** {@code x}, but 0 within the threshold; Keras's default 0.5. */
  public static ActivationFunction hardShrink(double threshold) {
    notNegative("hardShrink", "threshold", threshold);
    return (tf, x) -> Formulas.hardShrink(tf, x, (float) threshold);
  }

  /** {@code (x + sqrt(x² + b)) / 2}; Keras's default 4. */
  public static ActivationFunction squareplus(double b) {
    notNegative("squareplus", "b", b);
    return (tf, x) -> Formulas.squareplus(tf, x, (float) b);
  }

  /**
   * {@code x} above the threshold, else {@code value}.
   *
   * @param threshold finite
   * @param value finite
   */
  public static ActivationFunction threshold(double threshold, double value) {
    finite("threshold", "threshold", threshold);
    finite("threshold", "value", value);
    return (tf, x) -> Formulas.threshold(tf, x, (float) threshold, (float) value);
  }

  /**
   * {@code exp(x_i) / sum_j exp(x_j)} over an axis.
   *
   * @param axis not the batch's, 0; negative counts from the last; Keras's default -1
   */
  public static ActivationFunction softmax(int axis) {
    return Axis.last("softmax", axis, (tf, x) -> tf.nn.softmax(x));
  }

  /**
   * {@code log(softmax(x))} over an axis.
   *
   * @param axis not the batch's, 0; negative counts from the last; Keras's default -1
   */
  public static ActivationFunction logSoftmax(int axis) {
    return Axis.last("logSoftmax", axis, Formulas::logSoftmax);
  }

  /**
   * The first half of an axis times the sigmoid of the second; its size, which must be even and
   * known, is halved.
   *
   * @param axis not the batch's, 0; negative counts from the last; Keras's default -1
   */
  public static ActivationFunction glu(int axis) {
    return Axis.last("glu", axis, Formulas::glu);
  }

  private static void finite(String function, String argument, double value) {
    check(Double.isFinite(value), function, argument, "finite", value);
  }

  private static void notNegative(String function, String argument, double value) {
    check(value >= 0, function, argument, "at least 0", value);
    finite(function, argument, value);
  }

  private static void positive(String function, String argument, double value) {
    check(value > 0, function, argument, "positive", value);
    finite(function, argument, value);
  }

  private static void check(
      boolean fits, String function, String argument, String rule, double value) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: %s must be %s. Received: %s".formatted(function, argument, rule, value));
    }
  }
}
