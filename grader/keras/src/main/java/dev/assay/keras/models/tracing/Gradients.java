package dev.assay.keras.models.tracing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/** Derivatives in a graph, with an answer where there is none. */
public final class Gradients {
  private Gradients() {}

  /**
   * Adds the derivatives of {@code y} to a graph.
   *
   * @param x values that y is computed from
   * @return one for each x; empty where an operation without derivative, such as floor, lies
   *     between
   * @throws IllegalArgumentException when TensorFlow knows no derivative of an operation, or an x
   *     has no way to y
   */
  public static List<Optional<Operand<TFloat32>>> of(
      Graph graph, Operand<TFloat32> y, List<Output<?>> x) {
    if (x.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(graph.addGradients(y.asOutput(), x.toArray(Output<?>[]::new)))
        .map(Gradients::present)
        .toList();
  }

  /**
   * TensorFlow Java 1.1 gives no null but an output of a null operation, and does not let one ask
   * for it: any use of it says that its graph was closed.
   */
  private static Optional<Operand<TFloat32>> present(Output<?> gradient) {
    try {
      return Optional.of(gradient.expect(TFloat32.class));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
