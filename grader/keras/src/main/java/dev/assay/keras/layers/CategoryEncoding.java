package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Category numbers as vectors of zeros and ones (or counts), as Keras's {@code CategoryEncoding};
 * no weights, no gradient passes.
 *
 * <p>Input {@code (batch, ..., n)} of whole numbers in [0, numTokens); output {@code (batch, ...,
 * numTokens)}, for {@link OutputMode#ONE_HOT} of more than one number {@code (batch, ..., n,
 * numTokens)}. Other numbers give zeros, where Keras stops with an error: a graph cannot.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(CategoryEncoding.oneHot(3), "[[2], [0]]"); // -> [[0, 0, 1], [1, 0, 0]]
 * call(CategoryEncoding.of(3), "[[2, 2, 0]]"); // -> [[1, 0, 1]]
 * call(CategoryEncoding.of(3).outputMode(CategoryEncoding.OutputMode.COUNT), "[[2, 2, 0]]");
 * // -> [[1, 0, 2]]
 * }</pre>
 *
 * @param numTokens how many categories there are, positive
 * @param outputMode default {@link OutputMode#MULTI_HOT}
 */
public record CategoryEncoding(int numTokens, OutputMode outputMode) implements Layer {
  /** The content of the vectors. */
  public enum OutputMode {
    /** A vector for each number, 1 at its place. */
    ONE_HOT,
    /** A vector for each row of numbers, 1 at the place of each that occurs. */
    MULTI_HOT,
    /** A vector for each row of numbers: how often each occurs. */
    COUNT
  }

  public CategoryEncoding {
    LayerArguments.positive("CategoryEncoding", "numTokens", numTokens);
  }

  /** Creates the layer with Keras's default, multi-hot. */
  public static CategoryEncoding of(int numTokens) {
    return new CategoryEncoding(numTokens, OutputMode.MULTI_HOT);
  }

  public static CategoryEncoding oneHot(int numTokens) {
    return new CategoryEncoding(numTokens, OutputMode.ONE_HOT);
  }

  public CategoryEncoding outputMode(OutputMode newOutputMode) {
    return new CategoryEncoding(numTokens, newOutputMode);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return encode(context.tf(), "CategoryEncoding", input, numTokens, outputMode);
  }

  static Operand<TFloat32> encode(
      Ops tf, String layer, Operand<TFloat32> input, int numTokens, OutputMode mode) {
    int last = LayerArguments.features(layer, input.shape());
    int numbers = LayerArguments.known(layer, input.shape(), last);
    Operand<TInt32> tokens = tf.dtypes.cast(tf.stopGradient(input), TInt32.class);
    Operand<TFloat32> each =
        tf.oneHot(tokens, tf.constant(numTokens), tf.constant(1f), tf.constant(0f));
    return switch (mode) {
      case ONE_HOT -> numbers == 1 ? tf.squeeze(each, Squeeze.axis(List.of((long) last))) : each;
      case MULTI_HOT -> tf.reduceMax(each, tf.constant(last));
      case COUNT -> tf.sum(each, tf.constant(last));
    };
  }
}
