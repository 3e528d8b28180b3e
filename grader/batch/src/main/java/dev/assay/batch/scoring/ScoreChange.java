package dev.assay.batch.scoring;

import dev.assay.report.GradeReport;

/**
 * A result that scoring again changes, without the lines of its epochs and layers, which stay.
 *
 * @param before the outline of the result that was there
 * @param after what takes its place
 */
public record ScoreChange(GradeReport before, GradeReport after) {
  static ScoreChange of(GradeReport before, GradeReport scored) {
    return new ScoreChange(
        before.outline(),
        new GradeReport(
            scored.submission(),
            scored.problem(),
            scored.dataset(),
            scored.judgement(),
            scored.scores(),
            scored.stages().outline(),
            scored.circumstances()));
  }

  /** The whole result that takes the place of one. */
  GradeReport of(GradeReport whole) {
    return new GradeReport(
        after.submission(),
        after.problem(),
        after.dataset(),
        after.judgement(),
        after.scores(),
        whole.stages(),
        after.circumstances());
  }
}
