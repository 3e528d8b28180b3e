package dev.assay.report.model;

import dev.assay.report.checks.Components;
import java.util.List;

/**
 * One layer in the model's table.
 *
 * @param name the layer's name in the model
 * @param type its kind, such as {@code Dense}
 * @param outputShape its output's dimensions, the batch first; -1 for one that is not fixed
 * @param parameters its weights, trainable or not, at least 0
 */
public record LayerLine(String name, String type, List<Long> outputShape, long parameters) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a text is blank, a dimension is below -1, or the number of
   *     parameters is negative
   */
  public LayerLine {
    Components.text("layer.name", name);
    Components.text("layer.type", type);
    outputShape = Components.list("layer.outputShape", outputShape);
    outputShape.forEach(size -> Components.atLeast("layer.outputShape's dimension", -1, size));
    Components.atLeast("layer.parameters", 0, parameters);
  }
}
