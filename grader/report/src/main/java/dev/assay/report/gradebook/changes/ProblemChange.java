package dev.assay.report.gradebook.changes;

import dev.assay.report.gradebook.ProblemGrade;

/**
 * A student's grade for a problem that changed.
 *
 * @param problem the problem's id
 * @param before the grade as it was
 * @param after the grade as it is
 */
public record ProblemChange(String problem, ProblemGrade before, ProblemGrade after) {}
