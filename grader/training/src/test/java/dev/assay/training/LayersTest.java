package dev.assay.training;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.pixels;
import static dev.assay.keras.Fixtures.upTo;
import static dev.assay.keras.Fixtures.weight;
import static dev.assay.keras.LayerCase.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.GraphSession;
import dev.assay.keras.LayerCase;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.TensorData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every layer: shape, weights, their way through a file, values by hand. */
class LayersTest {
  private static final TensorData ROWS = floats(List.of(2, 2), 1, 2, 3, -1);
  private static final TensorData SQUARE = floats(List.of(1, 3, 3, 1), upTo(9));
  private static final TensorData LARGE = floats(List.of(1, 4, 4, 1), upTo(16));
  private static final Map<String, float[]> WINDOW =
      Map.of("kernel", weight(1, 2, 3, 4), "bias", weight(0.5));
  private static final Conv2D CONV = Conv2D.of(1, 2);

  static Stream<LayerCase> dense() {
    return Stream.of(
        expect(
            "Dense of rows",
            Dense.of(3),
            ROWS,
            Map.of("kernel", weight(1, 0, 2, -1, 3, 0.5), "bias", weight(0.5, 0, -1)),
            List.of(3),
            -0.5,
            6,
            2,
            4.5,
            -3,
            4.5),
        expect(
            "Dense of matrices, relu, no bias",
            Dense.of(1).useBias(false).activation(Activation.RELU),
            floats(List.of(2, 2, 2), 1, 2, 3, -1, -1, 1, 0, -2),
            Map.of("kernel", weight(2, -1)),
            List.of(2, 1),
            0,
            7,
            0,
            2));
  }

  static Stream<LayerCase> convolutions() {
    return Stream.of(
        expect("Conv2D", CONV, SQUARE, WINDOW, List.of(2, 2, 1), 37.5, 47.5, 67.5, 77.5),
        expect(
            "Conv2D same pads below and right first",
            CONV.padding(Padding.SAME),
            SQUARE,
            WINDOW,
            List.of(3, 3, 1),
            37.5,
            47.5,
            21.5,
            67.5,
            77.5,
            33.5,
            23.5,
            26.5,
            9.5),
        expect(
            "Conv2D with strides",
            CONV.strides(2, 1),
            SQUARE,
            WINDOW,
            List.of(1, 2, 1),
            37.5,
            47.5),
        expect(
            "Conv2D same with strides",
            Conv2D.of(1, 3).padding(Padding.SAME).strides(2, 2).useBias(false),
            LARGE,
            Map.of("kernel", weight(1, 1, 1, 1, 1, 1, 1, 1, 1)),
            List.of(2, 2, 1),
            54,
            45,
            72,
            54),
        expect(
            "Conv2D of one pixel with strides",
            Conv2D.of(1, 1).strides(2, 2).useBias(false),
            floats(List.of(1, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9),
            Map.of("kernel", weight(2)),
            List.of(2, 2, 1),
            2,
            6,
            14,
            18),
        expect(
            "Conv1D of one step with strides, same",
            Conv1D.of(1, 1).strides(3).padding(Padding.SAME).useBias(false),
            floats(List.of(1, 5, 1), 1, 2, 3, 4, 5),
            Map.of("kernel", weight(2)),
            List.of(2, 1),
            2,
            8),
        expect(
            "Conv2D of two channels, relu",
            Conv2D.of(2, 1).activation(Activation.RELU),
            floats(List.of(1, 1, 2, 2), 1, 10, -1, -10),
            Map.of("kernel", weight(1, 2, 3, 4), "bias", weight(0, 50)),
            List.of(1, 2, 2),
            31,
            92,
            0,
            8),
        expect(
            "Conv2D with an oblong window",
            Conv2D.of(1, 1, 3).useBias(false),
            SQUARE,
            Map.of("kernel", weight(1, 0, -1)),
            List.of(3, 1, 1),
            -2,
            -2,
            -2));
  }

  static Stream<LayerCase> poolings() {
    TensorData negative = floats(List.of(1, 3, 3, 1), -1, -2, -3, -4, -5, -6, -7, -8, -9);
    return Stream.of(
        expect(
            "MaxPooling2D", MaxPooling2D.layer(), LARGE, Map.of(), List.of(2, 2, 1), 6, 8, 14, 16),
        expect(
            "MaxPooling2D drops the rest",
            MaxPooling2D.of(2),
            negative,
            Map.of(),
            List.of(1, 1, 1),
            -1),
        expect(
            "MaxPooling2D same does not count the padding",
            MaxPooling2D.of(2).padding(Padding.SAME),
            negative,
            Map.of(),
            List.of(2, 2, 1),
            -1,
            -3,
            -7,
            -9),
        expect(
            "MaxPooling2D with strides",
            MaxPooling2D.of(2).strides(1, 1),
            SQUARE,
            Map.of(),
            List.of(2, 2, 1),
            5,
            6,
            8,
            9));
  }

  static Stream<LayerCase> shapesAndScales() {
    TensorData grey = pixels(List.of(1, 3), 0, 51, 255);
    return Stream.of(
        expect("Flatten", Flatten.layer(), LARGE, Map.of(), List.of(16), upTo(16)),
        expect(
            "Flatten of numbers",
            Flatten.layer(),
            floats(List.of(3), 1, 2, 3),
            Map.of(),
            List.of(1),
            upTo(3)),
        expect("Reshape", Reshape.to(2, 8), LARGE, Map.of(), List.of(2, 8), upTo(16)),
        expect(
            "Reshape by what is left",
            Reshape.to(2, -1, 4),
            LARGE,
            Map.of(),
            List.of(2, 2, 4),
            upTo(16)),
        expect(
            "Rescaling of bytes", Rescaling.by(1.0 / 255), grey, Map.of(), List.of(3), 0, 0.2, 1),
        expect(
            "Rescaling with offset",
            Rescaling.by(1 / 127.5).offset(-1),
            grey,
            Map.of(),
            List.of(3),
            -1,
            -0.6,
            1),
        expect(
            "Normalization",
            Normalization.layer(),
            ROWS,
            Map.of("mean", weight(2, -1), "variance", weight(4, 0.25)),
            List.of(2),
            -0.5,
            6,
            0.5,
            0),
        expect(
            "Normalization only centres a constant feature",
            Normalization.layer(),
            ROWS,
            Map.of("mean", weight(2, -1), "variance", weight(4, 0)),
            List.of(2),
            -0.5,
            3,
            0.5,
            0),
        expect(
            "Dropout when serving", Dropout.of(0.9), LARGE, Map.of(), List.of(4, 4, 1), upTo(16)),
        expect(
            "lambda",
            Layer.lambda((tf, x) -> tf.math.add(x, x)),
            ROWS,
            Map.of(),
            List.of(2),
            2,
            4,
            6,
            -2));
  }

  @ParameterizedTest
  @MethodSource({
    "dense",
    "convolutions",
    "poolings",
    "shapesAndScales",
    "dev.assay.keras.LayerNumbers#all"
  })
  void aLayerKeepsTheContract(LayerCase layer, @TempDir Path folder) throws Exception {
    ModelGraph graph = Fixtures.graph(layer.input(), layer.layer());
    List<WeightSpec> specs = graph.manifest().weights();
    String prefix = graph.manifest().layers().get(0).name() + "/";

    assertThat(graph.manifest().output().shape()).isEqualTo(layer.output());
    assertThat(specs.stream().map(spec -> spec.name().substring(prefix.length())))
        .containsExactlyInAnyOrderElementsOf(layer.weights().keySet());

    Path file = folder.resolve("weights.safetensors");
    SafeTensors.write(file, specs, named(prefix, layer.weights()));
    float[] output = Trainings.predict(graph, SafeTensors.read(file, specs), layer.input());

    assertClose(layer, output);
  }

  @ParameterizedTest
  @MethodSource("dev.assay.keras.LayerNumbers#training")
  void aLayerMayDoOtherwiseInTraining(LayerCase layer) {
    ModelGraph graph = Fixtures.graph(layer.input(), layer.layer());
    String prefix = graph.manifest().layers().get(0).name() + "/";

    try (GraphSession session = new GraphSession(graph, graph.manifest().training())) {
      assertClose(layer, session.output(named(prefix, layer.weights()), layer.input()));
    }
  }

  private static void assertClose(LayerCase layer, float[] output) {
    assertThat(output).hasSize(layer.values().size());
    for (int i = 0; i < output.length; i++) {
      double expected = layer.values().get(i);
      assertThat((double) output[i])
          .as("value %d", i)
          .isCloseTo(expected, Offset.offset(1e-5 * (1 + Math.abs(expected))));
    }
  }

  private static Map<String, float[]> named(String prefix, Map<String, float[]> weights) {
    return weights.entrySet().stream()
        .collect(Collectors.toMap(entry -> prefix + entry.getKey(), Map.Entry::getValue));
  }
}
