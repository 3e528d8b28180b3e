package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.function.UnaryOperator;

/**
 * The options of every layer with a kernel and a bias.
 *
 * @param <L> the layer
 */
public interface WithKernel<L extends Layer> {
  /** Bias or none, initializers, regularizers and constraints. */
  KernelAndBias weights();

  /** The same layer with other weights. */
  L weights(KernelAndBias newWeights);

  default L useBias(boolean newUseBias) {
    return weights(weights().useBias(newUseBias));
  }

  default L kernelInitializer(Initializer initializer) {
    return kernel(options -> options.initializer(initializer));
  }

  default L biasInitializer(Initializer initializer) {
    return bias(options -> options.initializer(initializer));
  }

  default L kernelRegularizer(Regularizer regularizer) {
    return kernel(options -> options.regularizer(regularizer));
  }

  default L biasRegularizer(Regularizer regularizer) {
    return bias(options -> options.regularizer(regularizer));
  }

  default L kernelConstraint(Constraint constraint) {
    return kernel(options -> options.constraint(constraint));
  }

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
