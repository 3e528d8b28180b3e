/** {@code assay history}, {@code hint}, {@code next}: practice over time. */
@NullMarked
package dev.assay.cli.practice;

import org.jspecify.annotations.NullMarked;
