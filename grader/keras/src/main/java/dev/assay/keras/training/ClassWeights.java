package dev.assay.keras.training;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weight of each class's examples in the training loss, as Keras's {@code
 * fit(class_weight=...)}: the loss is {@code mean(weight * loss)}, not divided by the weights' sum;
 * metrics and the validation loss stay as they are.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan.epochs(10).balancedClassWeights().classWeights().balanced(); // -> true
 * FitPlan.epochs(10).classWeights(Map.of(1, 5f)).classWeights().weights(); // -> {1=5.0}
 * error(() -> ClassWeights.of(Map.of(1, -5f)));
 * // -> ClassWeights: classes and weights must be at least 0. Received: 1=-5.0
 * }</pre>
 *
 * @param balanced whether the weights are {@code examples / (classes * examples of the class)} of
 *     the training set, counting the classes that occur: scikit-learn's "balanced"
 * @param weights by class number, finite and at least 0; a class that is not there weighs 1
 */
public record ClassWeights(boolean balanced, Map<Integer, Float> weights) {
  /** No class weights: every example weighs 1. */
  public static final ClassWeights NONE = new ClassWeights(false, Map.of());

  /** Balanced weights: the examples of each class weigh the same in total. */
  public static final ClassWeights BALANCED = new ClassWeights(true, Map.of());

  public ClassWeights {
    weights = Map.copyOf(weights);
    if (balanced && !weights.isEmpty()) {
      throw new IllegalArgumentException(
          "ClassWeights: balanced weights are not given. Received: " + new TreeMap<>(weights));
    }
    weights.forEach(ClassWeights::check);
  }

  private static void check(int label, float weight) {
    if (label < 0 || !(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "ClassWeights: classes and weights must be at least 0. Received: %d=%s",
              label,
              weight));
    }
  }

  public static ClassWeights of(Map<Integer, Float> weights) {
    return new ClassWeights(false, weights);
  }

  /** Returns whether there are any weights. */
  public boolean areGiven() {
    return balanced || !weights.isEmpty();
  }
}
