package dev.assay.run.judging;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.PassRule;
import dev.assay.report.score.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the points of an answer that fails those that it would get without training.
 *
 * <p>Points of an answer that passes are all its own: one that passes untrained is refused before.
 */
final class EarnedPoints {
  private EarnedPoints() {}

  /**
   * The points that training added.
   *
   * @param reached the points for the trained score, from 0 to {@link PassRule#MAX_POINTS}
   * @param untrained the lowest score of several draws of the initial weights; null where none was
   *     measured, which takes nothing
   * @param findings gets one, in front, where points are taken
   */
  static int of(int reached, @Nullable Metric untrained, PassRule rule, List<Finding> findings) {
    int before = untrained == null ? 0 : Judge.points(untrained, rule);
    if (untrained == null || before == 0 || reached == 0 || reached == PassRule.MAX_POINTS) {
      return reached;
    }
    int earned = Math.max(0, reached - before);
    findings.add(0, finding(untrained, before, reached, earned));
    return earned;
  }

  private static Finding finding(Metric untrained, int before, int reached, int earned) {
    return Finding.of(
        FindingCode.UNTRAINED_POINTS,
        "metric",
        untrained.name(),
        "value",
        untrained.show(),
        "before",
        before,
        "reached",
        reached,
        "earned",
        earned);
  }
}
