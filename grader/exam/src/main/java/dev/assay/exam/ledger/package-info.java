/** What happened in an exam, kept so that changes are noticed. */
@NullMarked
package dev.assay.exam.ledger;

import org.jspecify.annotations.NullMarked;
