/** What an exam came to, as records. */
@NullMarked
package dev.assay.report.exam;

import org.jspecify.annotations.NullMarked;
