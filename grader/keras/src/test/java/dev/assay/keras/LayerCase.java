package dev.assay.keras;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a layer makes of an input.
 *
 * @param weights without their layer's name
 * @param output the shape of an example of the output
 * @param values of the output, row-major
 */
public record LayerCase(
    String name,
    Layer layer,
    TensorData input,
    Map<String, float[]> weights,
    List<Integer> output,
    List<Double> values) {

  public static LayerCase expect(
      String name,
      Layer layer,
      TensorData input,
      Map<String, float[]> weights,
      List<Integer> output,
      double... values) {
    return new LayerCase(
        name, layer, input, weights, output, Arrays.stream(values).boxed().toList());
  }

  @Override
  public String toString() {
    return name;
  }
}
