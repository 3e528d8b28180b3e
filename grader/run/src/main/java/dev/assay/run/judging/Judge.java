package dev.assay.run.judging;

import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.problems.PassRule;
import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a verdict of a score. */
public final class Judge {
  private Judge() {}

  /**
   * Judges a score.
   *
   * @param untrained the model's score before training; null where none was measured
   * @param diagnosed what is worth telling, the most important first
   */
  public static Judgement judge(
      Metric metric, @Nullable Metric untrained, PassRule rule, List<Finding> diagnosed) {
    int reached = points(metric, rule);
    Verdict verdict = reached == PassRule.MAX_POINTS ? Verdict.PASSED : Verdict.FAILED;
    List<Finding> findings = new ArrayList<>(diagnosed);
    int points = EarnedPoints.of(reached, untrained, rule, findings);
    List<Sentence> reasons = new ArrayList<>(List.of(result(metric, rule, verdict)));
    nearThreshold(metric).ifPresent(reasons::add);
    if (verdict == Verdict.FAILED) {
      findings.stream().limit(1).map(Sentence::of).forEach(reasons::add);
    }
    return new Judgement(verdict, reasons, points, PassRule.MAX_POINTS, findings);
  }

  public static boolean passes(Metric metric, PassRule rule) {
    return points(metric, rule) == PassRule.MAX_POINTS;
  }

  static int points(Metric metric, PassRule rule) {
    Integer correct = metric.correct();
    Integer total = metric.total();
    return correct == null || total == null
        ? rule.points(metric.value())
        : rule.points(correct, total);
  }

  private static Sentence result(Metric metric, PassRule rule, Verdict verdict) {
    Integer correct = metric.correct();
    Integer total = metric.total();
    boolean passed = verdict == Verdict.PASSED;
    if (correct == null || total == null) {
      return Sentence.of(
          passed ? VerdictCode.PASSED_BY_VALUE : VerdictCode.FAILED_BY_VALUE,
          "metric",
          metric.name(),
          "value",
          metric.show(),
          "threshold",
          rule.threshold());
    }
    long needed = PassRule.needed(rule.threshold(), total);
    return Sentence.of(
        passed ? VerdictCode.PASSED_BY_COUNT : VerdictCode.FAILED_BY_COUNT,
        "correct",
        correct,
        "total",
        total,
        "metric",
        metric.name(),
        "value",
        metric.value(),
        "needed",
        needed,
        "missing",
        Math.max(0, needed - correct));
  }

  private static Optional<Sentence> nearThreshold(Metric metric) {
    Interval interval = metric.interval();
    return interval == null || !metric.thresholdInsideInterval()
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                VerdictCode.NEAR_THRESHOLD, "low", interval.low(), "high", interval.high()));
  }
}
