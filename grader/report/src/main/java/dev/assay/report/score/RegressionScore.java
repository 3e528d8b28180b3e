package dev.assay.report.score;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well numbers were predicted, from sums in double precision over every example.
 *
 * <p>If a prediction is NaN or infinite, all errors and R² are NaN.
 *
 * @param count predictions, at least 1
 * @param mae the mean absolute error, in the label's unit, at least 0
 * @param mse the mean squared error, in the label's unit squared, at least 0
 * @param r2 the coefficient of determination, at most 1
 * @param r2Interval the 95 % interval of R²; null if the labels are constant or a prediction is not
 *     finite
 */
public record RegressionScore(
    int count, double mae, double mse, double r2, @Nullable Interval r2Interval) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if there are no predictions
   */
  public RegressionScore {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1. Received: " + count);
    }
  }

  /**
   * Compares predictions with labels.
   *
   * <p>R² is 1 less the squared errors over the labels' squared distances from their own mean. For
   * constant labels, where that mean is perfect already, it is 1 if every prediction is exact and
   * otherwise 0, as scikit-learn's {@code r2_score} has it.
   *
   * @param predicted the predictions
   * @param labels the true values, as many, all finite
   * @param seed of the interval's bootstrap
   * @return the score
   * @throws IllegalArgumentException if there are no predictions, the lengths differ, or a label is
   *     not finite
   */
  public static RegressionScore of(float[] predicted, float[] labels, long seed) {
    Lengths.check(predicted.length, labels.length);
    double absolute = 0;
    double squared = 0;
    for (int i = 0; i < labels.length; i++) {
      checkFinite(labels[i], i);
      double error = (double) predicted[i] - labels[i];
      absolute += Math.abs(error);
      squared += error * error;
    }
    int count = labels.length;
    if (!Double.isFinite(squared)) {
      return new RegressionScore(count, Double.NaN, Double.NaN, Double.NaN, null);
    }
    double r2 = RSquared.of(predicted, labels);
    Interval interval = constant(labels) ? null : Bootstrap.r2(predicted, labels, seed);
    return new RegressionScore(count, absolute / count, squared / count, r2, interval);
  }

  /**
   * The root of the mean squared error.
   *
   * @return the root, in the label's unit, at least 0
   */
  public double rmse() {
    return Math.sqrt(mse);
  }

  private static boolean constant(float[] labels) {
    for (float label : labels) {
      if (label != labels[0]) {
        return false;
      }
    }
    return true;
  }

  private static void checkFinite(float label, int index) {
    if (!Float.isFinite(label)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "label %d must be finite. Received: %s", index, label));
    }
  }
}
