package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code x} above 0, {@code alpha · x} below, where the slope is trained, as Keras's {@code PReLU};
 * He et al., 2015.
 *
 * <p>Input {@code (batch, ...)} with known sizes, the output's shape is the same. Weight: {@code
 * alpha}, of the input's shape without the batch, with a 1 for each shared axis.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(PReLU.layer().alphaInitializer(new Constant(0.25f)), "[[-8, 8]]"); // -> [[-2, 8]]
 * weights(PReLU.layer().sharedAxes(1, 2), 28, 28, 32); // -> p_re_lu/alpha [1, 1, 32]
 * }</pre>
 *
 * @param alpha initializer, regularizer and constraint of the slope; default zeros without either
 * @param sharedAxes the axes along which the slope is the same, counted from 1 (0 is the batch);
 *     default none
 */
public record PReLU(WeightOptions alpha, List<Integer> sharedAxes) implements Layer {
  public PReLU {
    sharedAxes = List.copyOf(sharedAxes);
    sharedAxes.forEach(axis -> LayerArguments.positive("PReLU", "shared axis", axis));
  }

  /** Creates the layer with Keras's defaults. */
  public static PReLU layer() {
    return new PReLU(WeightOptions.of(Initializer.ZEROS), List.of());
  }

  /** The slope before training. */
  public PReLU alphaInitializer(Initializer initializer) {
    return new PReLU(alpha.initializer(initializer), sharedAxes);
  }

  /** A penalty on the slope, added to the loss. */
  public PReLU alphaRegularizer(Regularizer regularizer) {
    return new PReLU(alpha.regularizer(regularizer), sharedAxes);
  }

  /** Sets the constraint on the slope, applied after each step. */
  public PReLU alphaConstraint(Constraint constraint) {
    return new PReLU(alpha.constraint(constraint), sharedAxes);
  }

  /**
   * Sets the axes along which the slope is shared: {@code sharedAxes(1, 2)} gives an image one
   * slope per channel.
   */
  public PReLU sharedAxes(int... axes) {
    return new PReLU(alpha, Arrays.stream(axes).boxed().toList());
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Operand<TFloat32> slope = context.addWeight("alpha", slopes(input.shape()), alpha);
    Operand<TFloat32> below = tf.math.mul(slope, tf.nn.relu(tf.math.neg(input)));
    return tf.math.sub(tf.nn.relu(input), below);
  }

  private Shape slopes(Shape input) {
    long[] slopes = new long[input.numDimensions() - 1];
    for (int axis = 1; axis <= slopes.length; axis++) {
      slopes[axis - 1] = sharedAxes.contains(axis) ? 1 : LayerArguments.known("PReLU", input, axis);
    }
    for (int axis : sharedAxes) {
      if (axis > slopes.length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "PReLU: the input of shape %s has no axis %d to share. Use 1 to %d.",
                LayerArguments.show(input),
                axis,
                slopes.length));
      }
    }
    return Shape.of(slopes);
  }
}
