package dev.assay.keras.activations;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Activation functions with Keras's default arguments ({@link Activations} takes others), applied
 * value by value (softmaxes and GLU: over the last axis); the shape stays but for GLU.
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
public enum Activation implements ActivationFunction {
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
  LEAKY_RELU(Activations.leakyRelu(0.2)),
  /** {@code 1.0507 x} above 0, {@code 1.7581 (exp(x) - 1)} below; Klambauer et al., 2017. */
  SELU((tf, x) -> tf.nn.selu(x)),
  /** {@code max(x, 0) + min(exp(x) - 1, 0)}: with Keras's alpha of 1 the same as ELU. */
  CELU(Activations.celu(1)),
  /** {@code x P(X <= x)} for a standard normal X, exactly; Hendrycks and Gimpel, 2016. */
  GELU(Activations.gelu(false)),
  /** {@code x sigmoid(x)}. */
  SILU((tf, x) -> tf.math.mul(x, tf.math.sigmoid(x))),
  /** The first half of the last axis times the sigmoid of the second; Dauphin et al., 2016. */
  GLU(Activations.glu(-1)),
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
  LOG_SOFTMAX(Activations.logSoftmax(-1)),
  /** The nearest point to x whose values are at least 0 and add up to 1; Martins, 2016. */
  SPARSEMAX(Formulas::sparsemax),
  /** {@code log(sigmoid(x))}. */
  LOG_SIGMOID((tf, x) -> tf.math.neg(tf.math.softplus(tf.math.neg(x)))),
  /** {@code x - tanh(x)}. */
  TANH_SHRINK((tf, x) -> tf.math.sub(x, tf.math.tanh(x))),
  /** {@code x} brought nearer to 0 by 0.5, 0 within ±0.5. */
  SOFT_SHRINK(Activations.softShrink(0.5)),
  /** {@code x}, but 0 within ±0.5. */
  HARD_SHRINK(Activations.hardShrink(0.5)),
  /** {@code (x + sqrt(x² + 4)) / 2}. */
  SQUAREPLUS(Activations.squareplus(4)),
  /** 0 up to -1, {@code (x + 1)² / 4} up to 1, then {@code x}. */
  SPARSE_PLUS(Formulas::sparsePlus),
  /** {@code (x + 1) / 2}, cut to [0, 1]. */
  SPARSE_SIGMOID(
      (tf, x) ->
          Formulas.clip(tf, tf.math.mul(tf.constant(0.5f), tf.math.add(x, tf.constant(1f))), 0, 1));

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private final ActivationFunction function;

  Activation(ActivationFunction function) {
    this.function = function;
  }

  @Override
  public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input) {
    return function.apply(tf, input);
  }
}
