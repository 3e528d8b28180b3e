/** {@code assay setup}: fetches what a release does not contain. */
@NullMarked
package dev.assay.cli.setup;

import org.jspecify.annotations.NullMarked;
