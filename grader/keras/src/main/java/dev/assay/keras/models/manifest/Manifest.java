package dev.assay.keras.models.manifest;

import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.Heads;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.List;
import java.util.Locale;

/**
 * The information needed to train and serve a graph beyond its GraphDef.
 *
 * @param input the features of an example
 * @param heads the outputs for an example, and what is computed from its labels
 * @param serving the graph for evaluation and prediction
 * @param training the graph for training
 * @param weights in the order of their creation
 * @param layers in the order of their calls
 * @param compilation losses, optimizer and metrics
 */
public record Manifest(
    TensorSpec input,
    Heads heads,
    Trace serving,
    Trace training,
    List<WeightSpec> weights,
    List<LayerSummary> layers,
    Compilation compilation) {
  public Manifest {
    weights = List.copyOf(weights);
    layers = List.copyOf(layers);
    if (heads.outputs().size() != compilation.heads().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "compile: a Head is needed for each of the model's %d outputs. Received: %d",
              heads.outputs().size(),
              compilation.heads().size()));
    }
  }

  /** Creates the manifest of a model with one output, which is compared with the labels. */
  public Manifest(
      TensorSpec input,
      TensorSpec output,
      Trace serving,
      Trace training,
      List<WeightSpec> weights,
      List<LayerSummary> layers,
      Compilation compilation) {
    this(input, Heads.of(output), serving, training, weights, layers, compilation);
  }

  /** The output that is served and scored, for an example. */
  public TensorSpec output() {
    return heads.outputs().get(0).spec();
  }

  /** The names in a history of loss and metrics. */
  public HistoryKeys keys() {
    return HistoryKeys.of(this);
  }

  /** Returns the number of values in all weights. */
  public long parameters() {
    return weights.stream().mapToLong(WeightSpec::size).sum();
  }

  /** Returns the number of values that the optimizer updates. */
  public long trainableParameters() {
    return weights.stream().filter(WeightSpec::trainable).mapToLong(WeightSpec::size).sum();
  }
}
