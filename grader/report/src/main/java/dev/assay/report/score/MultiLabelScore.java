package dev.assay.report.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How well labels were found that do not exclude each other, from counts over every example.
 *
 * @param exact examples all of whose labels are right, in [0, total]
 * @param total examples, at least 1
 * @param right labels that are right, of all examples: in [0, total * labels]
 * @param microF1 of the counts of all labels together, in [0, 1]
 * @param macroF1Interval the 95 % interval of {@link #macroF1}
 * @param classification each label's precision, recall and F1
 */
public record MultiLabelScore(
    int exact,
    int total,
    long right,
    double microF1,
    Interval macroF1Interval,
    Classification classification) {

  public MultiLabelScore {
    Objects.requireNonNull(classification, "classification");
    if (total < 1 || exact < 0 || exact > total) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "exact must be in [0, total] and total at least 1. Received: %d of %d",
              exact,
              total));
    }
  }

  /**
   * Counts predictions against labels.
   *
   * <p>Precision, recall and F1 are 0 where they would be 0/0, as with scikit-learn's {@code
   * zero_division=0}.
   *
   * @param predicted the labels of each example, row after row: {@code examples * names}
   * @param labels the true ones, as many
   * @param names of the labels, in their order
   * @param seed of the interval's bootstrap
   * @throws IllegalArgumentException if there are no predictions, or the lengths differ or are no
   *     multiple of the labels
   */
  public static MultiLabelScore of(
      boolean[] predicted, boolean[] labels, List<String> names, long seed) {
    Lengths.check(predicted.length, labels.length);
    int width = names.size();
    if (labels.length % width != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "labels must be a multiple of %d. Received: %d", width, labels.length));
    }
    int total = labels.length / width;
    int exact = 0;
    long right = 0;
    for (int row = 0; row < total; row++) {
      int hits = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        hits += predicted[i] == labels[i] ? 1 : 0;
      }
      right += hits;
      exact += hits == width ? 1 : 0;
    }
    int[] all = new int[total];
    Arrays.setAll(all, i -> i);
    LabelCounts counts = LabelCounts.of(predicted, labels, width, all);
    Interval interval =
        Bootstrap.interval(
            total, seed, sample -> LabelCounts.of(predicted, labels, width, sample).macroF1());
    return new MultiLabelScore(
        exact, total, right, counts.microF1(), interval, classification(names, counts));
  }

  private static Classification classification(List<String> names, LabelCounts counts) {
    List<ClassScore> perLabel = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      perLabel.add(
          new ClassScore(
              names.get(i),
              counts.precision(i),
              counts.recall(i),
              counts.f1(i),
              counts.actual()[i]));
    }
    return new Classification(names, List.of(), perLabel);
  }

  /** The share of examples all of whose labels are right, in [0, 1]. */
  public double subsetAccuracy() {
    return (double) exact / total;
  }

  /** The subset accuracy's 95 % interval, after Wilson. */
  public Interval subsetAccuracyInterval() {
    return Wilson.interval(exact, total, 0.95);
  }

  /** The share of right labels among those of all examples, in [0, 1]. */
  public double binaryAccuracy() {
    return (double) right / total / classification.classes().size();
  }

  /** The share of wrong labels, in [0, 1]. */
  public double hammingLoss() {
    return 1 - binaryAccuracy();
  }

  /** The unweighted mean of all labels' F1, in [0, 1]; a label without examples counts. */
  public double macroF1() {
    return classification.perClass().stream().mapToDouble(ClassScore::f1).average().orElse(0);
  }
}
