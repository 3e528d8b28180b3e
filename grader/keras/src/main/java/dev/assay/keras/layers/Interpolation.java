package dev.assay.keras.layers;

/**
 * The way in which a value between pixels is computed.
 *
 * <p>Example:
 *
 * <pre>{@code
 * UpSampling2D larger = UpSampling2D.of(1, 2);
 * call(larger, "[[[[0], [4]]]]"); // -> [[[[0], [0], [4], [4]]]]
 * call(larger.interpolation(Interpolation.BILINEAR), "[[[[0], [4]]]]");
 * // -> [[[[0], [1], [3], [4]]]]
 * }</pre>
 */
public enum Interpolation {
  /** The nearest pixel's. */
  NEAREST,
  /** The mean of the four pixels around, weighted by their nearness. */
  BILINEAR
}
