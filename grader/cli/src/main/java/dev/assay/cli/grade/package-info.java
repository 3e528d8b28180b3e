/** {@code assay grade}, {@code check} and {@code calibrate}, and what they show. */
@NullMarked
package dev.assay.cli.grade;

import org.jspecify.annotations.NullMarked;
