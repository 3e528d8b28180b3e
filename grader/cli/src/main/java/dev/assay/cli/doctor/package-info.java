/** {@code assay doctor}: tests the isolation of child processes on this machine. */
@NullMarked
package dev.assay.cli.doctor;

import org.jspecify.annotations.NullMarked;
