/** The audit of what an answer brings along instead of learning it. */
@NullMarked
package dev.assay.run.audit;

import org.jspecify.annotations.NullMarked;
