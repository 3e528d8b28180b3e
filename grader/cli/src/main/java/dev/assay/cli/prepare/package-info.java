/**
 * {@code assay prepare}: records the classes that child processes load, so that they start faster.
 */
@NullMarked
package dev.assay.cli.prepare;

import org.jspecify.annotations.NullMarked;
