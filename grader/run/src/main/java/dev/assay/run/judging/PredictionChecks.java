package dev.assay.run.judging;

import dev.assay.problems.PassRule;
import dev.assay.protocol.Message;
import dev.assay.report.Metric;
import dev.assay.report.Scores;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import java.util.Locale;
import java.util.Optional;

/** Checks that predictions come from the example alone, and from training. */
public final class PredictionChecks {
  /**
   * Sums of float32 are rounded differently in batches of other sizes: by 2^-24 a term, some 1e-4
   * behind the thousands of terms of a deep model. Statistics of a batch change much more.
   */
  static final double TOLERANCE = 1e-3;

  private PredictionChecks() {}

  /** The stop of a model whose predictions for an example differ from batch to batch. */
  public static Optional<Stop> check(Message.Predicted predicted) {
    if (!(predicted.batchDifference() <= TOLERANCE)) {
      return violation(
          String.format(
              Locale.ROOT,
              "The model predicts something else for an example when other examples are in its batch: outputs differ by up to %.3g, and %s is allowed for rounding. It uses statistics of the batch; compute each example's output from that example alone, or use BatchNormalization, which predicts with moving statistics.",
              predicted.batchDifference(),
              TOLERANCE));
    }
    return Optional.empty();
  }

  /** The stop of a model that passes with its weights as they were before training. */
  public static Optional<Stop> check(Scores untrained, PassRule rule) {
    Metric metric = untrained.metric();
    if (Judge.points(metric, rule) == PassRule.MAX_POINTS) {
      return violation(
          String.format(
              Locale.ROOT,
              "The model passes without having been trained: with its weights as they were before the first step, %s is %s, and %s passes. Its answers were built in; remove the constants that hold them, and let trained weights decide.",
              metric.name(),
              metric.show(),
              metric.threshold()));
    }
    return Optional.empty();
  }

  private static Optional<Stop> violation(String text) {
    return Optional.of(new Stop(Verdict.CONTRACT_VIOLATION, text));
  }
}
