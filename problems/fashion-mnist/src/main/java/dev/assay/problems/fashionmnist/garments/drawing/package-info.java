/** The means of drawing: outlines, fabrics, poses and flaws on a small grey raster. */
@NullMarked
package dev.assay.problems.fashionmnist.garments.drawing;

import org.jspecify.annotations.NullMarked;
