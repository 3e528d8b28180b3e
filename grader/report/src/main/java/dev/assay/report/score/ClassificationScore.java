package dev.assay.report.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How well classes were predicted, from counts.
 *
 * @param correct right predictions, in [0, total]
 * @param total predictions, at least 1
 * @param classification the confusion matrix and each class's precision, recall and F1
 */
public record ClassificationScore(int correct, int total, Classification classification) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a count is out of range
   */
  public ClassificationScore {
    Objects.requireNonNull(classification, "classification");
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "correct must be in [0, total] and total at least 1. Received: %d of %d",
              correct,
              total));
    }
  }

  /**
   * Counts predictions against labels.
   *
   * <p>Precision, recall and F1 are 0 where they would be 0/0, as with scikit-learn's {@code
   * zero_division=0}.
   *
   * @param predicted class numbers, in [0, classes)
   * @param labels the true class numbers, as many, in [0, classes)
   * @param classes the classes' names in the order of their numbers
   * @return the score
   * @throws IllegalArgumentException if there are no predictions, the lengths differ, or a number
   *     is out of range
   */
  public static ClassificationScore of(int[] predicted, int[] labels, List<String> classes) {
    Lengths.check(predicted.length, labels.length);
    int[][] confusion = new int[classes.size()][classes.size()];
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      checkClass("label", labels[i], i, classes.size());
      checkClass("prediction", predicted[i], i, classes.size());
      confusion[labels[i]][predicted[i]]++;
      correct += predicted[i] == labels[i] ? 1 : 0;
    }
    List<ClassScore> perClass = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      perClass.add(classScore(classes.get(i), i, confusion));
    }
    List<List<Integer>> rows =
        Arrays.stream(confusion).map(row -> Arrays.stream(row).boxed().toList()).toList();
    return new ClassificationScore(
        correct, labels.length, new Classification(classes, rows, perClass));
  }

  /**
   * The share of right predictions.
   *
   * @return {@code correct / total}, in [0, 1]
   */
  public double accuracy() {
    return (double) correct / total;
  }

  /**
   * The accuracy's 95 % interval, after Wilson.
   *
   * @return the interval, within [0, 1]
   */
  public Interval accuracyInterval() {
    return Wilson.interval(correct, total, 0.95);
  }

  /**
   * The unweighted mean of all classes' F1, a class without examples included.
   *
   * @return the mean, in [0, 1]
   */
  public double macroF1() {
    return classification.perClass().stream().mapToDouble(ClassScore::f1).average().orElse(0);
  }

  private static ClassScore classScore(String label, int number, int[][] confusion) {
    int hits = confusion[number][number];
    int support = Arrays.stream(confusion[number]).sum();
    int predictions = Arrays.stream(confusion).mapToInt(row -> row[number]).sum();
    return new ClassScore(
        label,
        quotient(hits, predictions),
        quotient(hits, support),
        quotient(2.0 * hits, (double) predictions + support),
        support);
  }

  private static double quotient(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static void checkClass(String what, int number, int index, int classes) {
    if (number < 0 || number >= classes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s %d must be a class in [0, %d). Received: %d",
              what,
              index,
              classes,
              number));
    }
  }
}
