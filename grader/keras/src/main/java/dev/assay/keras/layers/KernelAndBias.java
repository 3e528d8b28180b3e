package dev.assay.keras.layers;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import org.jspecify.annotations.Nullable;
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
 * weights.kernelInitializer().equals(Initializer.GLOROT_UNIFORM); // -> true
 * }</pre>
 *
 * @param useBias whether a bias is added; default true
 * @param kernelInitializer the kernel before training; default GLOROT_UNIFORM
 * @param biasInitializer the bias before training; default ZEROS
 * @param kernelRegularizer a penalty on the kernel, or null, the default
 * @param biasRegularizer a penalty on the bias, or null, the default
 */
public record KernelAndBias(
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer) {

  /** Glorot uniform kernel, a bias of zeros, no regularizer. */
  static KernelAndBias defaults() {
    return new KernelAndBias(true, Initializer.GLOROT_UNIFORM, Initializer.ZEROS, null, null);
  }

  KernelAndBias useBias(boolean use) {
    return new KernelAndBias(
        use, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer);
  }

  KernelAndBias kernelInitializer(Initializer initializer) {
    return new KernelAndBias(
        useBias, initializer, biasInitializer, kernelRegularizer, biasRegularizer);
  }

  KernelAndBias biasInitializer(Initializer initializer) {
    return new KernelAndBias(
        useBias, kernelInitializer, initializer, kernelRegularizer, biasRegularizer);
  }

  KernelAndBias kernelRegularizer(@Nullable Regularizer regularizer) {
    return new KernelAndBias(
        useBias, kernelInitializer, biasInitializer, regularizer, biasRegularizer);
  }

  KernelAndBias biasRegularizer(@Nullable Regularizer regularizer) {
    return new KernelAndBias(
        useBias, kernelInitializer, biasInitializer, kernelRegularizer, regularizer);
  }

  Operand<TFloat32> kernel(LayerContext context, String name, Shape shape) {
    return context.addWeight(name, shape, kernelInitializer, true, kernelRegularizer);
  }

  /** The values with the bias of the last axis, where there is one. */
  Operand<TFloat32> addBias(LayerContext context, Operand<TFloat32> values, int size) {
    return useBias
        ? context
            .tf()
            .nn
            .biasAdd(
                values,
                context.addWeight("bias", Shape.of(size), biasInitializer, true, biasRegularizer))
        : values;
  }
}
