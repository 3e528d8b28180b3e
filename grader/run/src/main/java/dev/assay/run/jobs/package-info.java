/** Jobs of child processes, and what their ends mean. */
@NullMarked
package dev.assay.run.jobs;

import org.jspecify.annotations.NullMarked;
