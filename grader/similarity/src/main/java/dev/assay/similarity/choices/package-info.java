/** Reads the choices that an answer's author made from its sources. */
@NullMarked
package dev.assay.similarity.choices;

import org.jspecify.annotations.NullMarked;
