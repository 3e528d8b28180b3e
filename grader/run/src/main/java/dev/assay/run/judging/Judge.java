package dev.assay.run.judging;

import dev.assay.commons.text.Numbers;
import dev.assay.problems.PassRule;
import dev.assay.report.Finding;
import dev.assay.report.Interval;
import dev.assay.report.Judgement;
import dev.assay.report.Metric;
import dev.assay.report.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a verdict of a score. */
public final class Judge {
  private static final int DIGITS = 4;

  private Judge() {}

  /**
   * Judges a score.
   *
   * @param untrained the model's score before training; null where none was measured
   * @param noticed findings of the inspection
   * @param curve what the training's history shows
   */
  public static Judgement judge(
      Metric metric,
      @Nullable Metric untrained,
      PassRule rule,
      List<Finding> noticed,
      LearningCurve curve) {
    int reached = points(metric, rule);
    Verdict verdict = reached == PassRule.MAX_POINTS ? Verdict.PASSED : Verdict.FAILED;
    List<Finding> findings = new ArrayList<>(noticed);
    int points = EarnedPoints.of(reached, untrained, rule, findings);
    findings.addAll(curve.findings(verdict));
    String message = result(metric, rule, verdict) + noise(metric) + advice(findings, verdict);
    return new Judgement(verdict, message, points, PassRule.MAX_POINTS, findings);
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

  private static String result(Metric metric, PassRule rule, Verdict verdict) {
    Integer correct = metric.correct();
    Integer total = metric.total();
    boolean passed = verdict == Verdict.PASSED;
    if (correct == null || total == null) {
      return format(
          "%s of %s is %s the %.2f that passes.",
          title(metric.name()),
          metric.show(),
          passed ? "at or above" : gap(metric.value(), rule.threshold()) + " below",
          rule.threshold());
    }
    long needed = PassRule.needed(rule.threshold(), total);
    String start =
        format(
            "%,d of %,d hidden examples are right (%s %.4f); ",
            correct, total, metric.name().replace('_', ' '), metric.value());
    String need = format("%,d are needed to pass", needed);
    return start + (passed ? need + "." : need + format(", %,d more.", needed - correct));
  }

  private static String title(String name) {
    return name.equals("r2") ? "R²" : "The " + name.replace("_f1", " F1");
  }

  private static String gap(double value, double threshold) {
    if (!Double.isFinite(value)) {
      return "far";
    }
    BigDecimal gap = BigDecimal.valueOf(threshold).subtract(BigDecimal.valueOf(value));
    return Numbers.decimal(gap.setScale(DIGITS, RoundingMode.CEILING).doubleValue(), DIGITS);
  }

  private static String noise(Metric metric) {
    Interval interval = metric.interval();
    return interval == null || !metric.thresholdInsideInterval()
        ? ""
        : format(
            " The threshold lies inside the 95 %% interval of the score, %s to %s: on another hidden set of this size the verdict could differ.",
            Numbers.decimal(interval.low(), 3), Numbers.decimal(interval.high(), 3));
  }

  private static String advice(List<Finding> findings, Verdict verdict) {
    return verdict == Verdict.PASSED
        ? ""
        : findings.stream()
            .findFirst()
            .map(finding -> " " + finding.message() + " " + finding.advice())
            .orElse("");
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
