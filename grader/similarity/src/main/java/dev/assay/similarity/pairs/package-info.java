/** Compares the choices of a class's answers in pairs. */
@NullMarked
package dev.assay.similarity.pairs;

import org.jspecify.annotations.NullMarked;
