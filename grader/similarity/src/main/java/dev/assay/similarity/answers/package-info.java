/** What is compared: the answers of a class with their sources and models. */
@NullMarked
package dev.assay.similarity.answers;

import org.jspecify.annotations.NullMarked;
