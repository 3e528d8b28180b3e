package dev.assay.run;

import dev.assay.problems.PassRule;
import dev.assay.report.Metric;
import dev.assay.report.Scores;
import dev.assay.report.Verdict;
import dev.assay.worker.protocol.Message;
import java.util.Locale;

/** Predictions must come of the example alone, and of training. */
final class Independence {
  /**
   * Sums of float32 are rounded differently in batches of other sizes: by 2^-24 a term, some 1e-4
   * behind the thousands of terms of a deep model. Statistics of a batch change much more.
   */
  static final double TOLERANCE = 1e-3;

  private Independence() {}

  /** Compares an example's predictions in several batches. */
  static void check(Message.Predicted predicted) throws Fault {
    if (!(predicted.batchDifference() <= TOLERANCE)) {
      throw violation(
          String.format(
              Locale.ROOT,
              "The model predicts something else for an example when other examples are in its batch: outputs differ by up to %.3g, and %s is allowed for rounding. It uses statistics of the batch; compute each example's output from that example alone, or use BatchNormalization, which predicts with moving statistics.",
              predicted.batchDifference(),
              TOLERANCE));
    }
  }

  /** Scores predictions of a model whose weights are those before training. */
  static void check(Scores untrained, PassRule rule) throws Fault {
    Metric metric = untrained.metric();
    if (Judge.points(metric, rule) == PassRule.MAX_POINTS) {
      throw violation(
          String.format(
              Locale.ROOT,
              "The model passes without having been trained: with its weights as they were before the first step, %s is %s, and %s passes. Its answers were built in; remove the constants that hold them, and let trained weights decide.",
              metric.name(),
              metric.show(),
              metric.threshold()));
    }
  }

  private static Fault violation(String text) {
    return new Fault(Verdict.CONTRACT_VIOLATION, text);
  }
}
