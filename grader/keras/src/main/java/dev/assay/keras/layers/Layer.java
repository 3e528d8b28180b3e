package dev.assay.keras.layers;

import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A step of a model: float32 in, float32 out, as Keras's {@code Layer}.
 *
 * <p>A custom layer implements {@link #call}; weights come from {@link LayerContext#addWeight}. The
 * method runs once for each graph that a model is traced into (one for training, one for serving),
 * so it must not keep state.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Layer square = (context, x) -> context.tf().math.square(x);
 * call(square, "[[1, -2, 3]]"); // -> [[1, 4, 9]]
 * call(Layer.lambda((tf, x) -> tf.math.neg(x)), "[[1, -2, 3]]"); // -> [[-1, 2, -3]]
 * weights(Dense.of(2).name("hidden"), 3); // -> hidden/kernel [3, 2], hidden/bias [2]
 * parameters(Sequential.of(square, Dense.of(2)).compile(SGD.defaults(), Loss.HUBER), 3); // -> 8
 * }</pre>
 */
@FunctionalInterface
public non-sealed interface Layer extends AnyLayer {
  /**
   * Adds this layer's operations to the graph.
   *
   * @param context hands out the {@link Ops}, weights and the training flag
   * @param input the previous layer's output; its first dimension is the batch and unknown (-1)
   * @return this layer's output, the batch first
   */
  Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input);

  /** Applies the layer to a node of a functional model, as Keras's {@code layer(x)}. */
  default Node apply(Node input) {
    return new LayerNode(this, input);
  }

  /**
   * Returns the layer with a name, as Keras's {@code name="hidden"}: written last, behind the
   * layer's options. {@code summary()} shows it; weights are called after it, with underscores for
   * what is not a letter A to Z, a digit, {@code _}, {@code .} or {@code -}.
   *
   * @param newName 1 to 60 characters of any script, without a slash; unique within the model
   */
  default Layer name(String newName) {
    return NamedLayer.of(this, newName);
  }

  /**
   * Wraps raw TensorFlow Java as a layer without weights, like Keras's {@code Lambda}.
   *
   * @param function from the {@link Ops} and the input to the output
   */
  static Layer lambda(BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> function) {
    return new Lambda(function);
  }
}
