package dev.assay.keras.models;

import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.LayerNode;
import dev.assay.keras.layers.MergeNode;
import dev.assay.keras.layers.Named;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A model of branches that part and meet, as Keras's {@code Model(inputs, outputs)}: the functional
 * API.
 *
 * <p>With several outputs the first is the model's: it is served, predicted and scored, and without
 * a ModelCheckpoint the best epoch is that of its validation loss. The others help to train it, as
 * GoogLeNet's auxiliary classifiers do; each has its own loss, and "loss" and "val_loss" are the
 * weighted sums, as in Keras. All are compared with the same labels, or with a {@link Model#target
 * target of their own}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Input x = Input.layer();
 * Node h = Dense.of(32).activation(RELU).apply(x);
 * Node y = Dense.of(3).activation(SOFTMAX).apply(Concatenate.layer().apply(x, h));
 * Head head = Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
 * parameters(Functional.of(x, y).compile(Adam.defaults(), head), 4); // -> 271
 * Node early = Dense.of(3).activation(SOFTMAX).apply(h);
 * Model both =
 *     Functional.of(x, y, early).compile(Adam.defaults(), head, head.lossWeight(0.3));
 * parameters(both, 4); // -> 370
 * }</pre>
 */
public final class Functional {
  private final Input input;
  private final List<Node> outputs;
  private final @Nullable String name;

  private Functional(Input input, List<Node> outputs, @Nullable String name) {
    this.input = input;
    this.outputs = outputs;
    this.name = name;
  }

  /**
   * The model from an input to outputs that were made of it.
   *
   * @param output the model's
   * @param more outputs that only help to train it
   */
  public static Functional of(Input input, Node output, Node... more) {
    List<Node> outputs = new ArrayList<>(List.of(output));
    outputs.addAll(List.of(more));
    return new Functional(input, List.copyOf(outputs), null);
  }

  /**
   * Returns the model with a name, which {@code summary()} shows above the table.
   *
   * @param newName 1 to 60 characters of any script, without a slash
   */
  public Functional name(String newName) {
    Named.check(newName);
    return new Functional(input, outputs, newName);
  }

  /**
   * Compiles the model: every output with the same loss and metrics, on the labels.
   *
   * @param metrics reported beside the loss, in this order
   */
  public Model compile(Optimizer optimizer, Loss loss, Metric... metrics) {
    Head head = Head.of(loss, metrics);
    return compiled(optimizer, outputs.stream().map(output -> head).toList());
  }

  /**
   * Compiles the model, with a head for each of its outputs.
   *
   * @param head of the first output
   * @param more of the others, in their order
   * @throws IllegalArgumentException unless there is a head for each output
   */
  public Model compile(Optimizer optimizer, Head head, Head... more) {
    List<Head> heads = new ArrayList<>(List.of(head));
    heads.addAll(List.of(more));
    return compiled(optimizer, heads);
  }

  /** Compiles the model with Keras's default optimizer, {@code RMSprop.defaults()}. */
  public Model compile(Loss loss, Metric... metrics) {
    return compile(RMSprop.defaults(), loss, metrics);
  }

  /** Compiles the model with Keras's default optimizer, {@code RMSprop.defaults()}. */
  public Model compile(Head head, Head... more) {
    return compile(RMSprop.defaults(), head, more);
  }

  private Model compiled(Optimizer optimizer, List<Head> heads) {
    if (heads.size() != outputs.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "compile: a Head is needed for each of the model's %d outputs. Received: %d",
              outputs.size(),
              heads.size()));
    }
    return new Compiled(input, outputs, new Compilation(optimizer, heads, name));
  }

  private record Compiled(Input input, List<Node> outputs, Compilation compilation)
      implements Model {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> features) {
      return callAll(context, features).get(0);
    }

    @Override
    public List<Operand<TFloat32>> callAll(LayerContext context, Operand<TFloat32> features) {
      IdentityHashMap<Node, Operand<TFloat32>> values = new IdentityHashMap<>();
      values.put(input, features);
      return outputs.stream().map(output -> value(context, output, values)).toList();
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
          "Functional: an output was made of another Input than the one given.");
    }
  }
}
