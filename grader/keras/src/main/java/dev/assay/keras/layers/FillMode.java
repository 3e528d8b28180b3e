package dev.assay.keras.layers;

/**
 * How the area outside an image is filled, for example with pixels {@code a b c d}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * RandomTranslation moved = RandomTranslation.of(0, 0.1).fillMode(FillMode.CONSTANT);
 * moved.filling(); // -> Filling[mode=CONSTANT, interpolation=BILINEAR, value=0.0]
 * }</pre>
 */
public enum FillMode {
  /** {@code d c b a | a b c d | d c b a}. */
  REFLECT,
  /** {@code k k k k | a b c d | k k k k}. */
  CONSTANT,
  /** {@code a b c d | a b c d | a b c d}. */
  WRAP,
  /** {@code a a a a | a b c d | d d d d}. */
  NEAREST
}
