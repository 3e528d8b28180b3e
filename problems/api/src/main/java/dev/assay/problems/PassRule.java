package dev.assay.problems;

import java.util.List;

/**
 * The rule that decides whether an answer passes and how many points it gets.
 *
 * @param metric what is measured on the hidden set; higher is better
 * @param threshold the value that passes, for all five points
 * @param bands the values that give 1, 2, 3 and 4 points, ascending, all below the threshold
 */
public record PassRule(ScoreMetric metric, double threshold, List<Double> bands) {
  /** The points of an answer that passes. */
  public static final int MAX_POINTS = 5;

  /** The metric that is measured. */
  public enum ScoreMetric {
    /** Share of hidden examples whose class is right. */
    ACCURACY("accuracy"),
    /** Share of hidden examples all of whose labels are right. */
    SUBSET_ACCURACY("subset_accuracy"),
    /** The mean of the labels' F1. */
    MACRO_F1("macro_f1"),
    /** Coefficient of determination. */
    R2("r2");

    private final String key;

    ScoreMetric(String key) {
      this.key = key;
    }

    /** The name in results. */
    public String key() {
      return key;
    }

    /** Returns whether the metric applies to answers to a task. */
    public boolean measures(Task task) {
      return switch (task) {
        case REGRESSION -> this == R2;
        case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> this == ACCURACY;
        case MULTILABEL_CLASSIFICATION -> this == SUBSET_ACCURACY || this == MACRO_F1;
      };
    }
  }

  public PassRule {
    bands = List.copyOf(bands);
    if (bands.size() != MAX_POINTS - 1) {
      throw new IllegalArgumentException("bands must have 4 values. Received: " + bands);
    }
    double before = Double.NEGATIVE_INFINITY;
    for (double band : bands) {
      if (!(band > before && band < threshold)) {
        throw new IllegalArgumentException(
            "bands must ascend and stay below the threshold %s. Received: %s"
                .formatted(threshold, bands));
      }
      before = band;
    }
  }

  /** A rule on accuracy. */
  public static PassRule accuracy(double threshold, Double... bands) {
    return new PassRule(ScoreMetric.ACCURACY, threshold, List.of(bands));
  }

  /** A rule on the share of examples all of whose labels are right. */
  public static PassRule subsetAccuracy(double threshold, Double... bands) {
    return new PassRule(ScoreMetric.SUBSET_ACCURACY, threshold, List.of(bands));
  }

  /** A rule on the mean of the labels' F1. */
  public static PassRule macroF1(double threshold, Double... bands) {
    return new PassRule(ScoreMetric.MACRO_F1, threshold, List.of(bands));
  }

  /** A rule on R². */
  public static PassRule r2(double threshold, Double... bands) {
    return new PassRule(ScoreMetric.R2, threshold, List.of(bands));
  }

  /**
   * Returns how many of {@code total} must be correct to reach a share: counts are compared, never
   * rounded fractions.
   */
  public static long needed(double share, long total) {
    return (long) Math.ceil(share * total - 1e-9);
  }

  /** Points for a share of right answers. */
  public int points(long correct, long total) {
    int points = 0;
    for (double band : bands) {
      points += correct >= needed(band, total) ? 1 : 0;
    }
    return correct >= needed(threshold, total) ? MAX_POINTS : points;
  }

  /** Points for a value; 0 for NaN. */
  public int points(double value) {
    int points = (int) bands.stream().filter(band -> value >= band).count();
    return value >= threshold ? MAX_POINTS : points;
  }
}
