package dev.assay.keras.activations;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/**
 * The functions of {@code keras.activations}, applied value by value (the softmaxes: over the last
 * axis); the shape stays. The names are Keras's in capitals.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Dense hidden = Dense.of(64).activation(RELU);
 * call(ActivationLayer.of(GELU), "[[-1, 0, 1]]"); // -> [[-0.15866, 0, 0.84134]]
 * call(ActivationLayer.of(SOFTMAX), "[[0, 0], [1, 1]]"); // -> [[0.5, 0.5], [0.5, 0.5]]
 * call(ActivationLayer.of(HARD_SIGMOID), "[[-3, 0, 3]]"); // -> [[0, 0.5, 1]]
 * }</pre>
 */
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
  SOFTPLUS((tf, x) -> tf.math.softplus(x)),
  /** {@code min(max(x, 0), 6)}. */
  RELU6((tf, x) -> tf.nn.relu6(x)),
  /** {@code x} above 0, {@code 0.2 x} below; the slope of Keras's function, not of its layer. */
  LEAKY_RELU((tf, x) -> tf.nn.leakyRelu(x, LeakyRelu.alpha(0.2f))),
  /** {@code 1.0507 x} above 0, {@code 1.7581 (exp(x) - 1)} below; Klambauer et al., 2017. */
  SELU((tf, x) -> tf.nn.selu(x)),
  /** {@code max(x, 0) + min(exp(x) - 1, 0)}: with Keras's alpha of 1 the same as ELU. */
  CELU((tf, x) -> tf.nn.elu(x)),
  /** {@code x P(X <= x)} for a standard normal X, exactly; Hendrycks and Gimpel, 2016. */
  GELU(Formulas::gelu),
  /** {@code x sigmoid(x)}. */
  SILU((tf, x) -> tf.math.mul(x, tf.math.sigmoid(x))),
  /** The other name of SILU. */
  SWISH((tf, x) -> tf.math.mul(x, tf.math.sigmoid(x))),
  /** {@code x tanh(softplus(x))}; Misra, 2019. */
  MISH((tf, x) -> tf.math.mul(x, tf.math.tanh(tf.math.softplus(x)))),
  /** {@code x / (1 + |x|)}, in (-1, 1). */
  SOFTSIGN((tf, x) -> tf.nn.softsign(x)),
  /** {@code exp(x)}. */
  EXPONENTIAL((tf, x) -> tf.math.exp(x)),
  /** {@code x / 6 + 0.5}, cut to [0, 1]. */
  HARD_SIGMOID(Formulas::hardSigmoid),
  /** {@code x hard_sigmoid(x)}; Howard et al., 2019. */
  HARD_SILU((tf, x) -> tf.math.mul(x, Formulas.hardSigmoid(tf, x))),
  /** The other name of HARD_SILU. */
  HARD_SWISH((tf, x) -> tf.math.mul(x, Formulas.hardSigmoid(tf, x))),
  /** {@code x}, cut to [-1, 1]. */
  HARD_TANH((tf, x) -> Formulas.clip(tf, x, -1, 1)),
  /** {@code log(softmax(x))} over the last axis. */
  LOG_SOFTMAX(Formulas::logSoftmax),
  /** {@code log(sigmoid(x))}. */
  LOG_SIGMOID((tf, x) -> tf.math.neg(tf.math.softplus(tf.math.neg(x)))),
  /** {@code x - tanh(x)}. */
  TANH_SHRINK((tf, x) -> tf.math.sub(x, tf.math.tanh(x))),
  /** {@code x} brought nearer to 0 by 0.5, 0 within ±0.5. */
  SOFT_SHRINK((tf, x) -> tf.math.sub(x, Formulas.clip(tf, x, -0.5f, 0.5f))),
  /** {@code x}, but 0 within ±0.5. */
  HARD_SHRINK(Formulas::hardShrink),
  /** {@code (x + sqrt(x² + 4)) / 2}. */
  SQUAREPLUS(Formulas::squareplus),
  /** 0 up to -1, {@code (x + 1)² / 4} up to 1, then {@code x}. */
  SPARSE_PLUS(Formulas::sparsePlus),
  /** {@code (x + 1) / 2}, cut to [0, 1]. */
  SPARSE_SIGMOID(
      (tf, x) ->
          Formulas.clip(tf, tf.math.mul(tf.constant(0.5f), tf.math.add(x, tf.constant(1f))), 0, 1));

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
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
