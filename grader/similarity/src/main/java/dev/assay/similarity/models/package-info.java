/** Makes digests of built models in which names do not count. */
@NullMarked
package dev.assay.similarity.models;

import org.jspecify.annotations.NullMarked;
