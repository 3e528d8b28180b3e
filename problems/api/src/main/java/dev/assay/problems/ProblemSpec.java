package dev.assay.problems;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import java.util.List;

/**
 * The description of a problem that a model builder gets; it contains no data.
 *
 * @param problem the problem's id
 * @param variant which of its data sets
 * @param input type and shape of an example's features
 * @param task what is to be predicted
 * @param classes how many classes, or labels that do not exclude each other; 2 for binary
 *     classification, 0 for regression
 * @param limits what the answer may use
 * @param seed derived one-way from the run's, so that the same run gives the same and neither the
 *     split nor the initial weights follow from it; random operations take theirs from it
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
   * Returns the number of outputs that the model needs: one for each class or label, or one for
   * binary classification and regression. Binary classification also {@link #takes} two, one for
   * each class.
   */
  public int outputs() {
    return switch (task) {
      case REGRESSION, BINARY_CLASSIFICATION -> 1;
      case MULTICLASS_CLASSIFICATION, MULTILABEL_CLASSIFICATION -> classes;
    };
  }

  /**
   * Returns whether a model may have this many outputs: {@link #outputs}, and for binary
   * classification also two, whose larger one is the class, as after a softmax.
   */
  public boolean takes(int outputNumber) {
    return outputNumber == outputs()
        || (task == Task.BINARY_CLASSIFICATION && outputNumber == classes);
  }

  /**
   * Type and shape of an example's labels: a class number, a number, or 0 or 1 for each label.
   * Functions of the labels, such as sample weights, get them as float32.
   */
  public TensorSpec labels() {
    return switch (task) {
      case REGRESSION -> new TensorSpec(ElementType.FLOAT32, List.of());
      case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
          new TensorSpec(ElementType.INT32, List.of());
      case MULTILABEL_CLASSIFICATION -> new TensorSpec(ElementType.UINT8, List.of(classes));
    };
  }

  /** Returns the number of features of an example whose features are a vector. */
  public int features() {
    return input.shape().stream().reduce(1, Math::multiplyExact);
  }
}
