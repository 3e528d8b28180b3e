/** Tests of the size of a class: what the grader needs for very many answers. */
@NullMarked
package dev.assay.cli.size;

import org.jspecify.annotations.NullMarked;
