package dev.assay.keras.layers;

import dev.assay.keras.initializers.Initializer;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * The weights of a layer that has a kernel and a bias.
 *
 * <p>Example:
 *
 * <pre>{@code
 * KernelAndBias weights = Conv2D.of(32, 3).useBias(false).weights();
 * weights.useBias(); // -> false
 * weights.kernel().initializer().equals(Initializer.GLOROT_UNIFORM); // -> true
 * }</pre>
 *
 * @param useBias whether a bias is added
 * @param kernel initializer, regularizer and constraint of the kernel
 * @param bias initializer, regularizer and constraint of the bias
 */
public record KernelAndBias(boolean useBias, WeightOptions kernel, WeightOptions bias) {

  /** Glorot uniform kernel, a bias of zeros, no regularizer, no constraint. */
  static KernelAndBias defaults() {
    return new KernelAndBias(
        true, WeightOptions.of(Initializer.GLOROT_UNIFORM), WeightOptions.of(Initializer.ZEROS));
  }

  KernelAndBias useBias(boolean use) {
    return new KernelAndBias(use, kernel, bias);
  }

  KernelAndBias kernel(UnaryOperator<WeightOptions> change) {
    return new KernelAndBias(useBias, change.apply(kernel), bias);
  }

  KernelAndBias bias(UnaryOperator<WeightOptions> change) {
    return new KernelAndBias(useBias, kernel, change.apply(bias));
  }

  /** The values with the bias of the last axis, where there is one. */
  Operand<TFloat32> addBias(LayerContext context, Operand<TFloat32> values, int size) {
    return useBias
        ? context.tf().nn.biasAdd(values, context.addWeight("bias", Shape.of(size), bias))
        : values;
  }
}
