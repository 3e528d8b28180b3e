package dev.assay.keras.models;

import java.util.List;

/**
 * What one needs to know of a graph to train and serve it: everything that is not in the GraphDef.
 *
 * @param input the features of an example
 * @param output the outputs for an example
 * @param serving the graph for evaluation and prediction
 * @param training the graph for training
 * @param weights in the order of their creation
 * @param layers in the order of their calls
 * @param compilation loss, optimizer and metrics
 */
public record Manifest(
    TensorSpec input,
    TensorSpec output,
    Trace serving,
    Trace training,
    List<WeightSpec> weights,
    List<LayerSummary> layers,
    Compilation compilation) {
  public Manifest {
    weights = List.copyOf(weights);
    layers = List.copyOf(layers);
  }

  /** How many values all weights have. */
  public long parameters() {
    return weights.stream().mapToLong(WeightSpec::size).sum();
  }

  /** How many of them the optimizer updates. */
  public long trainableParameters() {
    return weights.stream().filter(WeightSpec::trainable).mapToLong(WeightSpec::size).sum();
  }
}
