/** {@code assay data}: lists, fetches and verifies data sets. */
@NullMarked
package dev.assay.cli.data;

import org.jspecify.annotations.NullMarked;
