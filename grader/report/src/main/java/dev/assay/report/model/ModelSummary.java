package dev.assay.report.model;

import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;

/**
 * The model a candidate built.
 *
 * @param parameters all its weights, at least 0
 * @param trainable those that training changes, in [0, parameters]
 * @param flops floating-point operations of the prediction of one example, at least 0
 * @param builtIn bytes of the numbers that it brings along and that no training gave it, after
 *     deflate, at least 0
 * @param layers its layers in order
 */
public record ModelSummary(
    long parameters, long trainable, long flops, long builtIn, List<LayerLine> layers) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public ModelSummary {
    if (trainable < 0 || trainable > parameters) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "model.trainable must be in [0, %d]. Received: %d",
              parameters,
              trainable));
    }
    Components.atLeast("model.flops", 0, flops);
    Components.atLeast("model.builtIn", 0, builtIn);
    layers = Components.list("model.layers", layers);
  }

  /** The same without its layers. */
  ModelSummary outline() {
    return new ModelSummary(parameters, trainable, flops, builtIn, List.of());
  }
}
