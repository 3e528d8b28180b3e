package dev.assay.keras.layers;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.activations.ActivationFunction;
import dev.assay.keras.regularizers.Regularizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The activation and activity penalty applied to a layer's output.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Dense.of(8).activity(); // -> Activity[function=LINEAR, regularizer=null]
 * }</pre>
 *
 * @param function applied to it
 * @param regularizer a penalty on what comes out, or null for none
 */
public record Activity(ActivationFunction function, @Nullable Regularizer regularizer) {
  /** No activation and no penalty. */
  static final Activity NONE = new Activity(Activation.LINEAR, null);

  public Activity {
    Objects.requireNonNull(function, "activation must not be null");
  }

  Operand<TFloat32> apply(LayerContext context, Operand<TFloat32> values) {
    Operand<TFloat32> output = function.apply(context.tf(), values);
    penalize(context, regularizer, output);
    return output;
  }

  /** Adds the penalty on a layer's output to the loss: divided by the batch's size, as in Keras. */
  static void penalize(
      LayerContext context, @Nullable Regularizer regularizer, Operand<TFloat32> output) {
    if (regularizer == null) {
      return;
    }
    Ops tf = context.tf();
    Operand<TInt32> batch = tf.gather(tf.shape(output), tf.constant(0), tf.constant(0));
    context.addLoss(
        tf.math.div(regularizer.penalty(tf, output), tf.dtypes.cast(batch, TFloat32.class)));
  }
}
