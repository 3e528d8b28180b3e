/** Grades for build servers, and for pages in Markdown. */
@NullMarked
package dev.assay.report.export.ci;

import org.jspecify.annotations.NullMarked;
