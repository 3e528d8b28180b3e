package dev.assay.keras.layers;

import dev.assay.keras.activations.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code activation(input · kernel + bias)}, the fully connected layer, as Keras's {@code Dense}.
 *
 * <p>Input {@code (batch, ..., n)}, output {@code (batch, ..., units)}. Weights: {@code kernel (n,
 * units)}, {@code bias (units)}. Defaults: no activation, a bias, Glorot uniform kernel, zero bias,
 * no regularizer, no constraint.
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
 * @param activity the activation, and a penalty on the output
 * @param weights bias or none, initializers, regularizers and constraints
 */
public record Dense(int units, Activity activity, KernelAndBias weights)
    implements Layer, WithActivation<Dense>, WithKernel<Dense> {

  public Dense {
    LayerArguments.positive("Dense", "units", units);
  }

  /** A layer of {@code units} outputs with Keras's defaults. */
  public static Dense of(int units) {
    return new Dense(units, Activity.NONE, KernelAndBias.defaults());
  }

  /** A layer of {@code units} outputs with an activation. */
  public static Dense of(int units, ActivationFunction activation) {
    return of(units).activation(activation);
  }

  @Override
  public Dense activity(Activity newActivity) {
    return new Dense(units, newActivity, weights);
  }

  @Override
  public Dense weights(KernelAndBias newWeights) {
    return new Dense(units, activity, newWeights);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Shape shape = input.shape();
    int features = LayerArguments.known("Dense", shape, shape.numDimensions() - 1);
    Operand<TFloat32> kernel =
        context.addWeight("kernel", Shape.of(features, units), weights.kernel());
    Operand<TFloat32> rows =
        shape.numDimensions() == 2
            ? input
            : tf.reshape(input, tf.constant(new int[] {-1, features}));
    Operand<TFloat32> output = weights.addBias(context, tf.linalg.matMul(rows, kernel), units);
    return activity.apply(context, unflatten(tf, output, shape));
  }

  private Operand<TFloat32> unflatten(Ops tf, Operand<TFloat32> rows, Shape input) {
    if (input.numDimensions() == 2) {
      return rows;
    }
    int[] shape = LayerArguments.batchShape("Dense", input);
    shape[shape.length - 1] = units;
    return tf.reshape(rows, tf.constant(shape));
  }
}
