/**
 * {@code assay export} and {@code assay export-model}: write grades for other tools, and a trained
 * model for use elsewhere.
 */
@NullMarked
package dev.assay.cli.export;

import org.jspecify.annotations.NullMarked;
