/**
 * Exports of a class's grades to formats that other tools read: what a {@link
 * dev.assay.report.export.ReportWriter} is given and gives back.
 */
@NullMarked
package dev.assay.report.export;

import org.jspecify.annotations.NullMarked;
