package dev.assay.keras.activations;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Activation functions, applied value by value (softmax: over the last axis); the shape stays. */
public enum Activation {
  /** {@code x}. */
  LINEAR((tf, x) -> x),
  /** {@code max(x, 0)}. */
  RELU((tf, x) -> tf.nn.relu(x)),
  /** {@code 1 / (1 + exp(-x))}, in (0, 1). */
  SIGMOID((tf, x) -> tf.math.sigmoid(x)),
  /** {@code exp(x_i) / sum_j exp(x_j)} over the last axis: probabilities that add up to 1. */
  SOFTMAX((tf, x) -> tf.nn.softmax(x)),
  /** Hyperbolic tangent, in (-1, 1). */
  TANH((tf, x) -> tf.math.tanh(x)),
  /** {@code x} above 0, {@code exp(x) - 1} below. */
  ELU((tf, x) -> tf.nn.elu(x)),
  /** {@code log(exp(x) + 1)}. */
  SOFTPLUS((tf, x) -> tf.math.softplus(x));

  private final Function function;

  Activation(Function function) {
    this.function = function;
  }

  /** Adds the function to the graph. */
  public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input) {
    return function.apply(tf, input);
  }

  @FunctionalInterface
  private interface Function {
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input);
  }
}
