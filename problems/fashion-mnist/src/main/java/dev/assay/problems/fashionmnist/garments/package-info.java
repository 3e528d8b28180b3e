/**
 * Draws the embedded stand-in for Fashion-MNIST: ten classes of garments, 28x28 grey, from a seed.
 *
 * <p>The same seed gives the same bytes on every platform and JDK from 17 on: the numbers come from
 * {@link dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom}, and all arithmetic is
 * that of Java's doubles (strict since Java 17) and {@link java.lang.StrictMath}. Nothing here uses
 * {@code java.awt}.
 */
@NullMarked
package dev.assay.problems.fashionmnist.garments;

import org.jspecify.annotations.NullMarked;
