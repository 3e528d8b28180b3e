/** Inspection of a candidate's model, before anything runs it. */
@NullMarked
package dev.assay.run.inspection;

import org.jspecify.annotations.NullMarked;
