package dev.assay.keras;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what src/test/python/layers.py writes: a line for each layer. */
final class LayerNumbersFile {
  private LayerNumbersFile() {}

  /**
   * Reads a file.
   *
   * @param layers by the names of the lines; each is taken out, and none may be left
   */
  static Stream<LayerCase> read(String file, Map<String, Layer> layers) {
    List<LayerCase> cases =
        Resources.rows(LayerNumbersFile.class, file).map(cells -> parse(cells[0], layers)).toList();
    if (!layers.isEmpty()) {
      throw new AssertionError(file + " has no numbers for " + layers.keySet());
    }
    return cases.stream();
  }

  private static LayerCase parse(String line, Map<String, Layer> layers) {
    List<String> parts = List.of(line.split(";"));
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      tensors.put(part.substring(0, equals), tensor(part.substring(equals + 1)));
    }
    Layer layer = Objects.requireNonNull(layers.remove(parts.get(0)), parts.get(0));
    TensorData input = Objects.requireNonNull(tensors.remove("input"));
    TensorData output = Objects.requireNonNull(tensors.remove("output"));
    Map<String, float[]> weights = new LinkedHashMap<>();
    tensors.forEach((name, values) -> weights.put(name, GraphSession.floats(values)));
    return LayerCase.expect(
        parts.get(0),
        layer,
        input,
        weights,
        output.shape().subList(1, output.shape().size()),
        doubles(GraphSession.floats(output)));
  }

  private static TensorData tensor(String text) {
    int colon = text.indexOf(':');
    List<Integer> shape =
        Arrays.stream(text.substring(0, colon).split(",")).map(Integer::valueOf).toList();
    return Fixtures.floats(
        shape,
        Arrays.stream(text.substring(colon + 1).split(" "))
            .mapToDouble(Double::parseDouble)
            .toArray());
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
