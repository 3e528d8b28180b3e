package dev.assay.cli.compare;

import dev.assay.report.GradeReport;
import dev.assay.run.rescoring.HiddenRows;

/**
 * One of two results that are compared.
 *
 * @param name the submission and the problem
 * @param report the result
 * @param rows the hidden rows with what was predicted of them
 */
record ComparedResult(String name, GradeReport report, HiddenRows rows) {}
