/** The command line of a child process: its program, limits, mounts, class archive and locale. */
@NullMarked
package dev.assay.run.isolation.command;

import org.jspecify.annotations.NullMarked;
