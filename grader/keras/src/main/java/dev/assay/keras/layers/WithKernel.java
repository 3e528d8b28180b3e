package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.function.UnaryOperator;

/**
 * The options of every layer with a kernel and a bias.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Conv2D layer =
 *     Conv2D.of(32, 3).kernelInitializer(Initializer.HE_NORMAL).kernelConstraint(MaxNorm.of(3));
 * parameters(layer.useBias(false), 28, 28, 1); // -> 288
 * }</pre>
 *
 * @param <L> the layer
 */
public interface WithKernel<L extends Layer> {
  /** Bias or none, initializers, regularizers and constraints. */
  KernelAndBias weights();

  /** Returns the layer with other options for its weights. */
  L weights(KernelAndBias newWeights);

  /** Sets whether a bias is added. */
  default L useBias(boolean newUseBias) {
    return weights(weights().useBias(newUseBias));
  }

  /** The kernel before training. */
  default L kernelInitializer(Initializer initializer) {
    return kernel(options -> options.initializer(initializer));
  }

  /** The bias before training. */
  default L biasInitializer(Initializer initializer) {
    return bias(options -> options.initializer(initializer));
  }

  /** A penalty on the kernel, added to the loss. */
  default L kernelRegularizer(Regularizer regularizer) {
    return kernel(options -> options.regularizer(regularizer));
  }

  /** A penalty on the bias, added to the loss. */
  default L biasRegularizer(Regularizer regularizer) {
    return bias(options -> options.regularizer(regularizer));
  }

  /** Sets the constraint on the kernel, applied after each step. */
  default L kernelConstraint(Constraint constraint) {
    return kernel(options -> options.constraint(constraint));
  }

  /** Sets the constraint on the bias, applied after each step. */
  default L biasConstraint(Constraint constraint) {
    return bias(options -> options.constraint(constraint));
  }

  private L kernel(UnaryOperator<WeightOptions> change) {
    return weights(weights().kernel(change));
  }

  private L bias(UnaryOperator<WeightOptions> change) {
    return weights(weights().bias(change));
  }
}
