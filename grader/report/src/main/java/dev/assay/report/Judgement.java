package dev.assay.report;

import java.util.List;
import java.util.Locale;

/**
 * The verdict, its points and its reasons.
 *
 * @param verdict how grading ended
 * @param message one sentence a student understands, with a next step
 * @param points points reached, in [0, maxPoints]; 0 unless the answer was scored
 * @param maxPoints points the problem gives at most, at least 1
 * @param findings what the grader noticed, the most important first
 */
public record Judgement(
    Verdict verdict, String message, int points, int maxPoints, List<Finding> findings) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if the message is blank, the points are out of range, or there
   *     are points without a score
   */
  public Judgement {
    Checks.present("verdict", verdict);
    Checks.text("message", message);
    Checks.atLeast("maxPoints", 1, maxPoints);
    if (points < 0 || points > maxPoints) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "points must be in [0, %d]. Received: %d", maxPoints, points));
    }
    if (points > 0 && !verdict.scored()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "points must be 0 with verdict %s. Received: %d", verdict, points));
    }
    findings = Checks.list("findings", findings);
  }
}
