/** Data prepared for the workers. */
@NullMarked
package dev.assay.run.data;

import org.jspecify.annotations.NullMarked;
