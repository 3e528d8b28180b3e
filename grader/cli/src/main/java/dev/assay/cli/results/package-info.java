/** {@code assay mistakes} and {@code assay summary}: a closer look at one result. */
@NullMarked
package dev.assay.cli.results;

import org.jspecify.annotations.NullMarked;
