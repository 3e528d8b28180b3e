package dev.assay.keras.training;

import dev.assay.keras.models.ElementType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

  /**
   * The weight of each class.
   *
   * @param labels of the training set: class numbers
   * @param classes how many the model has
   * @return an entry for each class; none where every example weighs 1
   * @throws IllegalArgumentException where there are no such classes to weigh
   */
  List<Float> of(TensorData labels, int classes) {
    if (!areGiven()) {
      return List.of();
    }
    if (labels.type() == ElementType.FLOAT32 || labels.shape().size() != 1) {
      throw new IllegalArgumentException(
          "ClassWeights: the labels must be class numbers. Received: %s of shape %s"
              .formatted(labels.type(), labels.shape()));
    }
    if (weights.keySet().stream().anyMatch(label -> label >= classes)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "ClassWeights: the classes are 0 to %d. Received: %s",
              classes - 1,
              new TreeMap<>(weights)));
    }
    return balanced
        ? balance(counts(labels, classes))
        : IntStream.range(0, classes).mapToObj(label -> weights.getOrDefault(label, 1f)).toList();
  }

  private static long[] counts(TensorData labels, int classes) {
    long[] counts = new long[classes];
    for (int row = 0; row < labels.rows(); row++) {
      int label = labels.classNumber(row);
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "ClassWeights: labels must be in 0 to %d. Received: %d",
                classes - 1,
                label));
      }
      counts[label]++;
    }
    return counts;
  }

  private static List<Float> balance(long[] counts) {
    long examples = Arrays.stream(counts).sum();
    long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    return Arrays.stream(counts)
        .mapToObj(count -> count == 0 ? 1f : (float) ((double) examples / (occurring * count)))
        .toList();
  }
}
