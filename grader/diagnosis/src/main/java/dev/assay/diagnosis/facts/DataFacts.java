package dev.assay.diagnosis.facts;

import java.util.List;

/**
 * What is known of a problem's training set.
 *
 * @param train its examples
 * @param validation the examples of the validation set
 * @param classCounts how many examples of each class it has; empty where there are no classes
 * @param columnSizes the root mean square of each feature's values; of images a single one, that of
 *     all pixels
 * @param targets of a regression; all 0 otherwise
 */
public record DataFacts(
    int train,
    int validation,
    List<Integer> classCounts,
    List<Double> columnSizes,
    Targets targets) {
  public DataFacts {
    classCounts = List.copyOf(classCounts);
    columnSizes = List.copyOf(columnSizes);
  }

  /**
   * The numbers that a regression predicts.
   *
   * @param spread their standard deviation
   */
  public record Targets(double least, double mean, double most, double spread) {
    public static final Targets NONE = new Targets(0, 0, 0, 0);
  }
}
