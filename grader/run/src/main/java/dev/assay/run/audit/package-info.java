/** What an answer brings along instead of learning it, and how that is found out. */
@NullMarked
package dev.assay.run.audit;

import org.jspecify.annotations.NullMarked;
