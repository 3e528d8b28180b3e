/** A grading's stages: the record that each leaves, and how a grading ends. */
@NullMarked
package dev.assay.run.record;

import org.jspecify.annotations.NullMarked;
