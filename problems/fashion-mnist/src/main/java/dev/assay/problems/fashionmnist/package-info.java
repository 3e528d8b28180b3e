/** The problem fashion-mnist. */
@NullMarked
package dev.assay.problems.fashionmnist;

import org.jspecify.annotations.NullMarked;
