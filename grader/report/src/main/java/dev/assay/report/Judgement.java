package dev.assay.report;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;

/**
 * The verdict, its points and its reasons.
 *
 * @param verdict how grading ended
 * @param reasons the verdict in sentences that a student understands, with a next step; at least
 *     one
 * @param points points reached, in [0, maxPoints]; 0 unless the answer was scored
 * @param maxPoints points the problem gives at most, at least 1
 * @param findings what the grader noticed, the most important first
 */
public record Judgement(
    Verdict verdict, List<Sentence> reasons, int points, int maxPoints, List<Finding> findings) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if there is no reason, the points are out of range, or there
   *     are points without a score
   */
  public Judgement {
    Components.present("verdict", verdict);
    reasons = Components.list("reasons", reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("reasons must not be empty");
    }
    Components.atLeast("maxPoints", 1, maxPoints);
    if (points < 0 || points > maxPoints) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "points must be in [0, %d]. Received: %d", maxPoints, points));
    }
    if (points > 0 && !verdict.scored()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "points must be 0 with verdict %s. Received: %d", verdict, points));
    }
    findings = Components.list("findings", findings);
  }

  /** The reasons in English, one after the other. */
  public String message() {
    return message(Catalogue.english());
  }

  /** The reasons in the catalogue's language, one after the other. */
  public String message(Catalogue texts) {
    return Sentence.text(reasons, texts);
  }
}
