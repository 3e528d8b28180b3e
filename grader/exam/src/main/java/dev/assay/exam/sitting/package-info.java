/** An exam that is being sat, as its ledger tells. */
@NullMarked
package dev.assay.exam.sitting;

import org.jspecify.annotations.NullMarked;
