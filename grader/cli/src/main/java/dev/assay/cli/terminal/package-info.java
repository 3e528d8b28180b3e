/** Output for people: lines on a terminal or in a log, paths, and what went wrong. */
@NullMarked
package dev.assay.cli.terminal;

import org.jspecify.annotations.NullMarked;
