package dev.assay.keras.models;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Named;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Layers one after the other, as Keras's {@code Sequential}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model model =
 *     Sequential.of(
 *             Dense.of(16).activation(RELU), Dropout.of(0.2), Dense.of(3).activation(SOFTMAX))
 *         .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
 * summary(model, 4);
 * // -> ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
 * // -> ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
 * // -> ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
 * // -> │ dense (Dense)                   │ (None, 16)             │            80 │
 * // -> ├─────────────────────────────────┼────────────────────────┼───────────────┤
 * // -> │ dropout (Dropout)               │ (None, 16)             │             0 │
 * // -> ├─────────────────────────────────┼────────────────────────┼───────────────┤
 * // -> │ dense_1 (Dense)                 │ (None, 3)              │            51 │
 * // -> └─────────────────────────────────┴────────────────────────┴───────────────┘
 * // ->  Total params: 131 (524.00 B)
 * // ->  Trainable params: 131 (524.00 B)
 * // ->  Non-trainable params: 0 (0.00 B)
 * }</pre>
 */
public final class Sequential {
  private final List<Layer> layers;
  private final @Nullable String name;

  private Sequential(List<Layer> layers, @Nullable String name) {
    this.layers = layers;
    this.name = name;
  }

  /**
   * A stack of layers.
   *
   * @throws IllegalArgumentException without layers, or with the same layer object twice (its
   *     weights would be shared)
   */
  public static Sequential of(Layer... layers) {
    if (layers.length == 0) {
      throw new IllegalArgumentException("Sequential needs at least one layer. Received: none");
    }
    Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] == null || !seen.add(layers[i])) {
        throw new IllegalArgumentException(
            layers[i] == null
                ? String.format(Locale.ROOT, "Sequential: layer %d is null.", i)
                : String.format(
                    Locale.ROOT,
                    "Sequential: layer %d (%s) is the same object as an earlier one. Make a new"
                        + " layer for each place.",
                    i,
                    layers[i].type()));
      }
    }
    return new Sequential(List.of(layers), null);
  }

  /**
   * Returns the stack with a name, which {@code summary()} shows above the table.
   *
   * @param newName 1 to 60 characters of any script, without a slash
   */
  public Sequential name(String newName) {
    Named.check(newName);
    return new Sequential(layers, newName);
  }

  /**
   * Compiles the model.
   *
   * @param metrics reported beside the loss, in this order
   */
  public Model compile(Optimizer optimizer, Loss loss, Metric... metrics) {
    List<Head> heads = List.of(Head.of(loss, metrics));
    return new Compiled(layers, new Compilation(optimizer, heads, name));
  }

  /**
   * Compiles the model with Keras's default optimizer, {@code RMSprop.defaults()}.
   *
   * @param metrics reported beside the loss, in this order
   */
  public Model compile(Loss loss, Metric... metrics) {
    return compile(RMSprop.defaults(), loss, metrics);
  }

  private record Compiled(List<Layer> layers, Compilation compilation) implements Model {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      Operand<TFloat32> value = input;
      for (Layer layer : layers) {
        value = context.call(layer, value);
      }
      return value;
    }
  }
}
