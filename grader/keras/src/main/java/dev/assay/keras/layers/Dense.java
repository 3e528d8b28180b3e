package dev.assay.keras.layers;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code activation(input · kernel + bias)}, the fully connected layer, as Keras's {@code Dense}.
 *
 * <p>Input {@code (batch, ..., n)}, output {@code (batch, ..., units)}. Weights: {@code kernel (n,
 * units)}, {@code bias (units)}. Defaults: no activation, a bias, Glorot uniform kernel, zero bias,
 * no regularizer.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Dense.of(10).activation(SOFTMAX), 784); // -> (None, 10)
 * weights(Dense.of(10), 784); // -> dense/kernel [784, 10], dense/bias [10]
 * parameters(Dense.of(10), 784); // -> 7850
 * call(Dense.of(2).kernelInitializer(Initializer.ONES), "[[1, 2, 3]]"); // -> [[6, 6]]
 * error(() -> Dense.of(0)); // -> Dense: units must be a positive integer. Received: units=0
 * }</pre>
 *
 * @param units the size of the output's last axis, positive
 * @param activation applied to the output; default LINEAR, none
 * @param useBias whether a bias is added; default true
 * @param kernelInitializer the kernel before training; default GLOROT_UNIFORM
 * @param biasInitializer the bias before training; default ZEROS
 * @param kernelRegularizer a penalty on the kernel, or null, the default
 * @param biasRegularizer a penalty on the bias, or null, the default
 */
public record Dense(
    int units,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer)
    implements Layer {

  public Dense {
    Check.positive("Dense", "units", units);
  }

  /** A layer of {@code units} outputs with Keras's defaults. */
  public static Dense of(int units) {
    return new Dense(
        units, Activation.LINEAR, true, Initializer.GLOROT_UNIFORM, Initializer.ZEROS, null, null);
  }

  public Dense activation(Activation newActivation) {
    return new Dense(
        units,
        newActivation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer);
  }

  public Dense useBias(boolean newUseBias) {
    return new Dense(
        units,
        activation,
        newUseBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer);
  }

  public Dense kernelInitializer(Initializer newInitializer) {
    return new Dense(
        units,
        activation,
        useBias,
        newInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer);
  }

  public Dense biasInitializer(Initializer newInitializer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        newInitializer,
        kernelRegularizer,
        biasRegularizer);
  }

  public Dense kernelRegularizer(Regularizer newRegularizer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        newRegularizer,
        biasRegularizer);
  }

  public Dense biasRegularizer(Regularizer newRegularizer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        newRegularizer);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Shape shape = input.shape();
    int features = Check.known("Dense", shape, shape.numDimensions() - 1);
    Operand<TFloat32> kernel =
        context.addWeight(
            "kernel", Shape.of(features, units), kernelInitializer, true, kernelRegularizer);
    Operand<TFloat32> rows =
        shape.numDimensions() == 2
            ? input
            : tf.reshape(input, tf.constant(new int[] {-1, features}));
    Operand<TFloat32> output = tf.linalg.matMul(rows, kernel);
    if (useBias) {
      output =
          tf.nn.biasAdd(
              output,
              context.addWeight("bias", Shape.of(units), biasInitializer, true, biasRegularizer));
    }
    return activation.apply(tf, unflatten(tf, output, shape));
  }

  private Operand<TFloat32> unflatten(Ops tf, Operand<TFloat32> rows, Shape input) {
    if (input.numDimensions() == 2) {
      return rows;
    }
    int[] shape = Check.batchShape("Dense", input);
    shape[shape.length - 1] = units;
    return tf.reshape(rows, tf.constant(shape));
  }
}
