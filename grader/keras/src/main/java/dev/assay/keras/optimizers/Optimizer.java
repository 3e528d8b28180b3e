package dev.assay.keras.optimizers;

import java.util.List;
import org.tensorflow.op.Op;

/** How gradients change weights. */
public sealed interface Optimizer permits Adam, SGD {
  /** The step size, positive. */
  float learningRate();

  /**
   * Adds one step's updates to a graph.
   *
   * @param slots makes the optimizer's own variables
   * @param parameters the weights with their gradients
   * @return the operations that make up the step
   */
  List<Op> apply(Slots slots, List<Parameter> parameters);

  /** A learning rate that is usable, or an error that says why not. */
  static void checkLearningRate(String optimizer, float learningRate) {
    if (!(learningRate > 0 && learningRate < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: learningRate must be positive. Received: %s".formatted(optimizer, learningRate));
    }
  }

  /** A share in [0, 1), or an error that says why not. */
  static void checkDecay(String optimizer, String argument, float value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s: %s must be in [0, 1). Received: %s".formatted(optimizer, argument, value));
    }
  }
}
