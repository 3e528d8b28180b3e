package dev.assay.problems;

import dev.assay.keras.models.TensorSpec;

/**
 * What a model builder is told of its problem; it holds no data.
 *
 * @param problem the problem's id
 * @param variant which of its data sets
 * @param input type and shape of an example's features
 * @param task what is to be predicted
 * @param classes how many classes; 2 for binary classification, 0 for regression
 * @param limits what the answer may use
 * @param seed of the run; random operations take theirs from it
 */
public record ProblemSpec(
    String problem,
    String variant,
    TensorSpec input,
    Task task,
    int classes,
    Limits limits,
    long seed) {

  /**
   * How many outputs the model needs: one for each class, or one for binary classification and
   * regression.
   */
  public int outputs() {
    return task == Task.MULTICLASS_CLASSIFICATION ? classes : 1;
  }

  /** How many numbers describe an example whose features are a vector. */
  public int features() {
    return input.shape().stream().reduce(1, Math::multiplyExact);
  }
}
