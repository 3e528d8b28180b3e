/**
 * The result of grading one answer, and how people and programs read it.
 *
 * <p>{@link dev.assay.report.GradeReport} is the result; {@link dev.assay.report.json.JsonReports}
 * writes and reads it as the JSON that {@code reports/result.schema.json} describes; {@link
 * dev.assay.report.text.SummaryTable} and {@link dev.assay.report.text.ConfusionMatrix} make text
 * for people. Nothing here prints.
 */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
