package dev.assay.training.session;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.training.ClassWeights;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Computes the weight of each class in the training loss from a plan and the labels. */
final class ClassWeightValues {
  private ClassWeightValues() {}

  /**
   * The weight of each class.
   *
   * @param given the plan's
   * @param labels of the training set: class numbers
   * @param classes how many the model has
   * @return an entry for each class; none where every example weighs 1
   * @throws IllegalArgumentException where there are no such classes to weigh
   */
  static List<Float> of(ClassWeights given, TensorData labels, int classes) {
    if (!given.areGiven()) {
      return List.of();
    }
    if (labels.type() == ElementType.FLOAT32 || labels.shape().size() != 1) {
      throw new IllegalArgumentException(
          "ClassWeights: the labels must be class numbers. Received: %s of shape %s"
              .formatted(labels.type(), labels.shape()));
    }
    if (given.weights().keySet().stream().anyMatch(label -> label >= classes)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "ClassWeights: the classes are 0 to %d. Received: %s",
              classes - 1,
              new TreeMap<>(given.weights())));
    }
    return given.balanced()
        ? balance(counts(labels, classes))
        : IntStream.range(0, classes)
            .mapToObj(label -> given.weights().getOrDefault(label, 1f))
            .toList();
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
