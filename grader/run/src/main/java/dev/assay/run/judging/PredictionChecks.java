package dev.assay.run.judging;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.problems.PassRule;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import dev.assay.run.grading.Stop;
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
          Sentence.of(
              VerdictCode.BATCH_DEPENDENT,
              "difference",
              predicted.batchDifference(),
              "tolerance",
              TOLERANCE));
    }
    return Optional.empty();
  }

  /** The stop of a model that passes with its weights as they were before training. */
  public static Optional<Stop> check(Scores untrained, PassRule rule) {
    Metric metric = untrained.metric();
    if (Judge.points(metric, rule) == PassRule.MAX_POINTS) {
      return violation(
          Sentence.of(
              VerdictCode.PASSES_UNTRAINED,
              "metric",
              metric.name(),
              "value",
              metric.show(),
              "threshold",
              metric.threshold()));
    }
    return Optional.empty();
  }

  private static Optional<Stop> violation(Sentence reason) {
    return Optional.of(new Stop(Verdict.CONTRACT_VIOLATION, reason));
  }
}
