package dev.assay.batch;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.ProblemSettings;
import java.util.List;
import java.util.Objects;

/** Puts the thresholds and bands of a class's settings in the place of a problem's own. */
public final class SetRules {
  private SetRules() {}

  /**
   * The variant with the pass rule that the settings ask for.
   *
   * @throws SentenceException if the bands do not ascend, or reach the threshold
   */
  public static ProblemVariant apply(
      ClassSettings settings, Problem problem, ProblemVariant variant) throws SentenceException {
    ProblemSettings set = settings.problem(problem.id()).orElse(ProblemSettings.of(problem.id()));
    if (set.threshold() == null && set.bands() == null) {
      return variant;
    }
    PassRule own = variant.passRule();
    double threshold = Objects.requireNonNullElse(set.threshold(), own.threshold());
    List<Double> bands = Objects.requireNonNullElse(set.bands(), own.bands());
    try {
      return new ProblemVariant(
          variant.data(),
          new PassRule(own.metric(), threshold, bands),
          variant.limits(),
          variant.hiddenGenerator());
    } catch (IllegalArgumentException e) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.SETTINGS_RULE,
              "problem",
              problem.id(),
              "threshold",
              threshold,
              "bands",
              bands.toString()),
          e);
    }
  }

  /** The same, by settings that were found to fit. */
  static ProblemVariant checked(ClassSettings settings, Problem problem, ProblemVariant variant) {
    try {
      return apply(settings, problem, variant);
    } catch (SentenceException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
