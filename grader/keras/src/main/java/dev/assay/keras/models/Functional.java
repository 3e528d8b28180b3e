package dev.assay.keras.models;

import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.LayerNode;
import dev.assay.keras.layers.MergeNode;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A model of branches that part and meet, as Keras's {@code Model(inputs, outputs)}: the functional
 * API.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Input x = Input.layer();
 * Node h = Dense.of(32).activation(RELU).apply(x);
 * Node y = Dense.of(3).activation(SOFTMAX).apply(Concatenate.layer().apply(x, h));
 * Model model =
 *     Functional.of(x, y)
 *         .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
 * parameters(model, 4); // -> 271
 * }</pre>
 */
public final class Functional {
  private final Input input;
  private final Node output;

  private Functional(Input input, Node output) {
    this.input = input;
    this.output = output;
  }

  /** The model from an input to an output that was made of it. */
  public static Functional of(Input input, Node output) {
    return new Functional(input, output);
  }

  /**
   * Says how the model is trained.
   *
   * @param metrics reported beside the loss, in this order
   */
  public Model compile(Optimizer optimizer, Loss loss, Metric... metrics) {
    return new Compiled(input, output, new Compilation(optimizer, loss, List.of(metrics)));
  }

  private record Compiled(Input input, Node output, Compilation compilation) implements Model {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> features) {
      IdentityHashMap<Node, Operand<TFloat32>> values = new IdentityHashMap<>();
      values.put(input, features);
      return value(context, output, values);
    }

    private static Operand<TFloat32> value(
        LayerContext context, Node node, IdentityHashMap<Node, Operand<TFloat32>> values) {
      Operand<TFloat32> known = values.get(node);
      if (known != null) {
        return known;
      }
      Operand<TFloat32> value = compute(context, node, values);
      values.put(node, value);
      return value;
    }

    private static Operand<TFloat32> compute(
        LayerContext context, Node node, IdentityHashMap<Node, Operand<TFloat32>> values) {
      if (node instanceof LayerNode layer) {
        return context.call(layer.layer(), value(context, layer.input(), values));
      }
      if (node instanceof MergeNode merge) {
        List<Operand<TFloat32>> inputs = new ArrayList<>();
        for (Node input : merge.inputs()) {
          inputs.add(value(context, input, values));
        }
        return context.call(merge.layer(), inputs);
      }
      throw new IllegalArgumentException(
          "Functional: the output was made of another Input than the one given.");
    }
  }
}
