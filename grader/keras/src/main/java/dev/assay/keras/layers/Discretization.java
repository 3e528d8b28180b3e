package dev.assay.keras.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The number of the bin that a value falls into, as Keras's {@code Discretization}: a value below
 * the first boundary is in bin 0, one equal to a boundary in the bin above it; no gradient passes.
 *
 * <p>Input {@code (batch, ..., n)}; the shape stays, unless the numbers are encoded as by {@link
 * CategoryEncoding}. Boundaries that are not given are measured by the trainer on the training set
 * (Keras's {@code adapt}), so that each bin holds as many of all its values; they are a weight that
 * is not trained, {@code boundaries (numBins - 1)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(Discretization.at(0, 18, 65), "[[-1, 0, 17, 40, 65]]"); // -> [[0, 1, 1, 2, 3]]
 * error(() -> Discretization.at(18, 0));
 * // -> Discretization: boundaries must increase. Received: [18.0, 0.0]
 * }</pre>
 *
 * @param boundaries in increasing order, finite; empty: measured
 * @param numBins how many bins, at least 2; one more than the boundaries where these are given
 * @param outputMode how the numbers are encoded, or null for the numbers themselves, the default
 */
public record Discretization(
    List<Float> boundaries, int numBins, CategoryEncoding.@Nullable OutputMode outputMode)
    implements Layer {
  public Discretization {
    boundaries = List.copyOf(boundaries);
    if (numBins < 2 || !(boundaries.isEmpty() || numBins == boundaries.size() + 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Discretization: numBins must be at least 2, and one more than given boundaries."
                  + " Received: numBins=%d, boundaries=%s",
              numBins,
              boundaries));
    }
    for (int i = 0; i < boundaries.size(); i++) {
      LayerArguments.finite("Discretization", "boundary", boundaries.get(i));
      if (i > 0 && boundaries.get(i - 1) >= boundaries.get(i)) {
        throw new IllegalArgumentException(
            "Discretization: boundaries must increase. Received: " + boundaries);
      }
    }
  }

  /** Given boundaries; the same as {@code at}. */
  public static Discretization of(double... boundaries) {
    return at(boundaries);
  }

  /** Given boundaries, as Keras's {@code bin_boundaries}. */
  public static Discretization at(double... boundaries) {
    if (boundaries.length == 0) {
      throw new IllegalArgumentException("Discretization needs boundaries. Received: none");
    }
    List<Float> limits = Arrays.stream(boundaries).mapToObj(limit -> (float) limit).toList();
    return new Discretization(limits, limits.size() + 1, null);
  }

  /**
   * Creates a layer with this many bins, whose boundaries the trainer measures, as Keras's {@code
   * num_bins}.
   */
  public static Discretization bins(int numBins) {
    return new Discretization(List.of(), numBins, null);
  }

  public Discretization outputMode(CategoryEncoding.OutputMode newOutputMode) {
    return new Discretization(boundaries, numBins, newOutputMode);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Operand<TFloat32> limits =
        boundaries.isEmpty() ? context.adaptedQuantiles(input, numBins) : given(tf);
    Operand<TFloat32> values = tf.expandDims(tf.stopGradient(input), tf.constant(-1));
    var reached = tf.math.greaterEqual(values, limits);
    Operand<TFloat32> bins = tf.sum(tf.dtypes.cast(reached, TFloat32.class), tf.constant(-1));
    return outputMode == null
        ? bins
        : CategoryEncoding.encode(tf, "Discretization", bins, numBins, outputMode);
  }

  private Operand<TFloat32> given(Ops tf) {
    float[] limits = new float[boundaries.size()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = boundaries.get(i);
    }
    return tf.constant(limits);
  }
}
