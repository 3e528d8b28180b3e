/** What students handed in, for tools that compare it. */
@NullMarked
package dev.assay.report.export.sources;

import org.jspecify.annotations.NullMarked;
