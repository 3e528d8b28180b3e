package dev.assay.batch.scoring;

import dev.assay.report.GradeReport;

/**
 * A result that scoring again changes.
 *
 * @param before the result that was there
 * @param after the one that takes its place
 */
public record ScoreChange(GradeReport before, GradeReport after) {}
