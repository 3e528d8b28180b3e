/** Finds answers of a class that share rare choices, for people to look at. */
@NullMarked
package dev.assay.similarity;

import org.jspecify.annotations.NullMarked;
