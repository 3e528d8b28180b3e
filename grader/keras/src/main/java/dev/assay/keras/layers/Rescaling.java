package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code input * scale + offset}, as Keras's {@code Rescaling}: {@code Rescaling.by(1f / 255)}
 * brings pixels to [0, 1]; no weights, the shape stays.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(Rescaling.by(1.0 / 255), "[[0, 51, 255]]"); // -> [[0, 0.2, 1]]
 * call(Rescaling.by(1 / 127.5).offset(-1), "[[0, 255]]"); // -> [[-1, 1]]
 * error(() -> Rescaling.by(1 / 255));
 * // -> Rescaling: scale must not be 0, which makes all inputs equal. Received: scale=0.0.
 * // -> In Java 1 / 255 is 0: write 1.0 / 255.
 * }</pre>
 *
 * @param scale the factor, finite and not 0
 * @param offset what is added, finite; default 0
 */
public record Rescaling(float scale, float offset) implements Layer {
  public Rescaling {
    if (!Float.isFinite(scale) || !Float.isFinite(offset)) {
      throw new IllegalArgumentException(
          "Rescaling: scale and offset must be finite. Received: scale=%s, offset=%s"
              .formatted(scale, offset));
    }
    if (scale == 0) {
      throw new IllegalArgumentException(
          "Rescaling: scale must not be 0, which makes all inputs equal. Received: scale=%s. In Java 1 / 255 is 0: write 1.0 / 255."
              .formatted(scale));
    }
  }

  /** Creates the layer with a scale and no offset; the same as {@code by}. */
  public static Rescaling of(double scale) {
    return by(scale);
  }

  public static Rescaling by(double scale) {
    return new Rescaling((float) scale, 0);
  }

  public Rescaling offset(double newOffset) {
    return new Rescaling(scale, (float) newOffset);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Operand<TFloat32> scaled = tf.math.mul(input, tf.constant(scale));
    return offset == 0 ? scaled : tf.math.add(scaled, tf.constant(offset));
  }
}
