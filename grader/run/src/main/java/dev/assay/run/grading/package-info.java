/** What every part of a grading shares: assignment, options, files, stops. */
@NullMarked
package dev.assay.run.grading;

import org.jspecify.annotations.NullMarked;
