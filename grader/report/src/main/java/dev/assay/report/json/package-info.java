/**
 * Results as JSON, and back: {@link dev.assay.report.json.JsonReports} writes and reads what {@code
 * reports/result.schema.json} describes.
 */
@NullMarked
package dev.assay.report.json;

import org.jspecify.annotations.NullMarked;
