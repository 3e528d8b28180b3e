/** Grades as tables for spreadsheets and people. */
@NullMarked
package dev.assay.report.export.table;

import org.jspecify.annotations.NullMarked;
