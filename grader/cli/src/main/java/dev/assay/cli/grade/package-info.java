/** {@code assay grade} and {@code check}, and what they show. */
@NullMarked
package dev.assay.cli.grade;

import org.jspecify.annotations.NullMarked;
