/** Hints for the compile errors that students make: one line each that names the cure. */
@NullMarked
package dev.assay.worker.hints;

import org.jspecify.annotations.NullMarked;
