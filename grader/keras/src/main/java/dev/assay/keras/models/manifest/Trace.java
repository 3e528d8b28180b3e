package dev.assay.keras.models.manifest;

import dev.assay.keras.models.weights.WeightSpec;
import java.util.List;

/**
 * One of the two graphs that a model is traced into: for training (dropout on) or for serving.
 *
 * @param scope the prefix of the names of its operations
 * @param penalties names of scalar tensors that are added to the loss
 * @param adaptations what the trainer measures before the first step, in order
 * @param updates new values that weights get after each training step
 */
public record Trace(
    String scope, List<String> penalties, List<Adaptation> adaptations, List<Update> updates) {
  public Trace {
    updates = List.copyOf(updates);
    penalties = List.copyOf(penalties);
    adaptations = List.copyOf(adaptations);
  }

  /** The placeholder for the features. */
  public String input() {
    return scope + "/input";
  }

  /** The model's output. */
  public String output() {
    return scope + "/output";
  }

  /** An output by its number, from 0: the model's first. */
  public String output(int number) {
    return number == 0 ? output() : output() + "_" + number;
  }

  /** The placeholder for the labels; only where something is computed from them. */
  public String labels() {
    return scope + "/labels";
  }

  /**
   * Returns the name of what the output with this number is compared with, if not with the labels.
   */
  public String target(int number) {
    return scope + "/target_" + number;
  }

  /** The weights of the examples, {@code (batch)}; only in training. */
  public String sampleWeights() {
    return scope + "/sample_weights";
  }

  /** The operation that reads a weight in this graph. */
  public String read(WeightSpec weight) {
    return scope + "/read/" + weight.name();
  }

  /**
   * A weight that is not trained but changes with each training step.
   *
   * @param weight its name
   * @param tensor the name of the operation that makes its new value
   */
  public record Update(String weight, String tensor) {}
}
