/** Reports made of what a grading found out. */
@NullMarked
package dev.assay.run.reporting;

import org.jspecify.annotations.NullMarked;
