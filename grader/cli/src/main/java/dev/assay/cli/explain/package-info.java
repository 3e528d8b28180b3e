/** {@code assay explain}: the pages of findings in the terminal. */
@NullMarked
package dev.assay.cli.explain;

import org.jspecify.annotations.NullMarked;
