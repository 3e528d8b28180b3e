package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Its inputs one after the other along the last axis, as Keras's {@code Concatenate}; the other
 * axes must agree.
 *
 * <p>Inputs {@code (batch, ..., n)}, {@code (batch, ..., m)}, ..., output {@code (batch, ..., n + m
 * + ...)}; no weights.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Concatenate.layer(), "[[1, 2]]", "[[3, 4]]"); // -> [[1, 2, 3, 4]]
 * Input x = Input.layer();
 * Node both = Concatenate.layer().apply(x, Dense.of(30).activation(RELU).apply(x));
 * }</pre>
 */
public record Concatenate() implements MergeLayer {
  public static Concatenate layer() {
    return new Concatenate();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Check.sameButLast("Concatenate", inputs);
    return context.tf().concat(inputs, context.tf().constant(-1));
  }
}
