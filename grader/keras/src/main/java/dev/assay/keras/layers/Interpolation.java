package dev.assay.keras.layers;

/** How a value between pixels is made. */
public enum Interpolation {
  /** The nearest pixel's. */
  NEAREST,
  /** The mean of the four pixels around, weighted by their nearness. */
  BILINEAR
}
