/** The child processes: compile, build, train, predict. */
@NullMarked
package dev.assay.worker;

import org.jspecify.annotations.NullMarked;
