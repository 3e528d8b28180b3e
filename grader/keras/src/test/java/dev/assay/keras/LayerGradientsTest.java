package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.CategoryEncoding;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/**
 * TensorFlow's gradients in the training graph against central differences.
 *
 * <p>A trained offset is added to the input, so that the gradient that a layer passes on is checked
 * beside those of its own weights. Each weight is moved along random directions by ±0.002; of
 * outputs in float32 the differences are right to about 1e-4, the tolerance is 2e-3 relative.
 */
class LayerGradientsTest {
  private static final double STEP = 2e-3;
  private static final int DIRECTIONS = 3;

  @ParameterizedTest
  @MethodSource({
    "dev.assay.keras.LayerNumbers#all",
    "dev.assay.keras.LayerNumbers#training",
    "dev.assay.keras.LayerNumbers#random"
  })
  void gradientsAreThoseOfFiniteDifferences(LayerCase layer) {
    if (layer.layer() instanceof Discretization || layer.layer() instanceof CategoryEncoding) {
      assertThatThrownBy(() -> check(layer))
          .hasMessageContaining("its output depends on no weight");
    } else {
      check(layer);
    }
  }

  /** TensorFlow's gradient of LogSoftmax is right for matrices only. */
  @Test
  void theCheckFindsAWrongGradient() {
    TensorData input =
        Fixtures.floats(List.of(2, 2, 3), new Random(4).doubles(12, -1, 1).toArray());
    Layer wrong = Layer.lambda((tf, x) -> tf.nn.logSoftmax(x));
    LayerCase layer = LayerCase.expect("wrong", wrong, input, Map.of(), List.of(2, 3));

    assertThatThrownBy(() -> check(layer)).isInstanceOf(AssertionError.class);
  }

  private static void check(LayerCase layer) {
    ModelGraph graph = Fixtures.graph(layer.input(), offset(), layer.layer());
    try (GraphSession session = new GraphSession(graph, graph.manifest().training())) {
      check(session, graph, layer);
    }
  }

  /** {@code input + offset}, an offset for each value of an example. */
  static Layer offset() {
    return (context, input) -> {
      long[] sizes = input.shape().asArray();
      Shape shape = Shape.of(Arrays.copyOfRange(sizes, 1, sizes.length));
      return context
          .tf()
          .math
          .add(input, context.addWeight("offset", shape, Initializer.ZEROS, true, null));
    };
  }

  private static void check(GraphSession session, ModelGraph graph, LayerCase layer) {
    Map<String, float[]> weights = weights(graph, layer);
    Random random = new Random(5);
    float[] factors = new float[session.output(weights, layer.input()).length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (0.5 + random.nextDouble());
    }
    session.restart();
    Map<String, float[]> gradients =
        session.gradients(weights, layer.input(), factors, layer.input().rows());
    for (WeightSpec spec : graph.manifest().weights()) {
      for (int i = 0; spec.trainable() && i < DIRECTIONS; i++) {
        float[] direction = direction(random, (int) spec.size());
        double numeric = 0;
        for (int sign : new int[] {1, -1}) {
          session.restart();
          float[] output =
              session.output(moved(weights, spec.name(), direction, sign), layer.input());
          numeric += sign * dot(factors, output) / (2 * STEP);
        }
        float[] gradient = gradients.getOrDefault(spec.name(), new float[direction.length]);
        assertThat(dot(gradient, direction))
            .as(spec.name())
            .isCloseTo(numeric, Offset.offset(2e-3 * (1 + Math.abs(numeric))));
      }
    }
  }

  private static Map<String, float[]> weights(ModelGraph graph, LayerCase layer) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec spec : graph.manifest().weights()) {
      float[] given = layer.weights().get(spec.name().substring(spec.name().indexOf('/') + 1));
      weights.put(spec.name(), given == null ? new float[(int) spec.size()] : given);
    }
    return weights;
  }

  private static float[] direction(Random random, int size) {
    float[] direction = new float[size];
    for (int i = 0; i < size; i++) {
      direction[i] = (float) (2 * random.nextDouble() - 1);
    }
    return direction;
  }

  private static Map<String, float[]> moved(
      Map<String, float[]> weights, String name, float[] direction, int sign) {
    Map<String, float[]> moved = new LinkedHashMap<>(weights);
    float[] values = Objects.requireNonNull(moved.get(name)).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (sign * STEP * direction[i]);
    }
    moved.put(name, values);
    return moved;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
