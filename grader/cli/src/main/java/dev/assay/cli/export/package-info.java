/** {@code assay export-model}: writes a trained model for use elsewhere. */
@NullMarked
package dev.assay.cli.export;

import org.jspecify.annotations.NullMarked;
