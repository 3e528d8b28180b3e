package dev.assay.keras.layers;

import dev.assay.keras.activations.ActivationFunction;
import dev.assay.keras.regularizers.Regularizer;

/**
 * The options of every layer that ends with an activation.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Dense layer = Dense.of(64).activation(RELU).activityRegularizer(L1.of(1e-4));
 * layer.activation(); // -> RELU
 * }</pre>
 *
 * @param <L> the layer
 */
public interface WithActivation<L extends Layer> {
  /** Returns the activation and penalty applied to the output. */
  Activity activity();

  /** Returns the layer with another activation and penalty. */
  L activity(Activity newActivity);

  /** The function that is applied to the output. */
  default ActivationFunction activation() {
    return activity().function();
  }

  /** Sets the function that is applied to the output. */
  default L activation(ActivationFunction activation) {
    return activity(new Activity(activation, activity().regularizer()));
  }

  /** A penalty on the output, divided by the batch's size, as Keras's activity_regularizer. */
  default L activityRegularizer(Regularizer regularizer) {
    return activity(new Activity(activity().function(), regularizer));
  }
}
