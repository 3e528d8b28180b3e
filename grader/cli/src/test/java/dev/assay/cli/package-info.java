/** Tests of the command line, end to end, and of the architecture. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
