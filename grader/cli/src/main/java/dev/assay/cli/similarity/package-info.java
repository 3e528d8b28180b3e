/** {@code assay similarity}: what the answers of a class share. */
@NullMarked
package dev.assay.cli.similarity;

import org.jspecify.annotations.NullMarked;
