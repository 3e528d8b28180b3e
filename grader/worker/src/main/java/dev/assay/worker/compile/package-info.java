/** The job that compiles a candidate's sources. */
@NullMarked
package dev.assay.worker.compile;

import org.jspecify.annotations.NullMarked;
