/** Child processes kept apart from the rest of the machine, and how well that went. */
@NullMarked
package dev.assay.run.isolation;

import org.jspecify.annotations.NullMarked;
