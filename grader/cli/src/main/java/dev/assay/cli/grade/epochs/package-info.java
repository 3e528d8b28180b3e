/** The lines of a training's epochs, and the time that is left of it. */
@NullMarked
package dev.assay.cli.grade.epochs;

import org.jspecify.annotations.NullMarked;
