package dev.assay.keras.layers;

import java.util.Locale;

/**
 * A window that moves over an image; {@link Padding} gives the size of the output.
 *
 * <p>Example:
 *
 * <pre>{@code
 * MaxPooling2D.of(3).strides(2, 2).padding(SAME).window();
 * // -> Window[size=Size[height=3, width=3], strides=Size[height=2, width=2], padding=SAME]
 * }</pre>
 *
 * @param size its height and width, positive
 * @param strides the vertical and horizontal step, positive; default 1, of pooling the size
 * @param padding what happens at the border; default {@link Padding#VALID}
 */
public record Window(Size size, Size strides, Padding padding) {
  /** Returns a window with stride 1 and no padding. */
  static Window of(int height, int width) {
    return new Window(new Size(height, width), Size.ONE, Padding.VALID);
  }

  /** Returns a window with a stride equal to its size and no padding. */
  static Window apart(int height, int width) {
    Size size = new Size(height, width);
    return new Window(size, size, Padding.VALID);
  }

  Window strides(int height, int width) {
    return new Window(size, new Size(height, width), padding);
  }

  Window padding(Padding newPadding) {
    return new Window(size, strides, newPadding);
  }

  void check(String layer, String argument) {
    size.check(layer, argument);
    strides.check(layer, "strides");
  }

  /** Keras knows steps and dilation only one at a time. */
  void check(String layer, String argument, Size dilation) {
    check(layer, argument);
    dilation.check(layer, "dilation");
    if (!dilation.equals(Size.ONE) && !strides.equals(Size.ONE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: strides and dilation cannot both be above 1. Received: strides %dx%d, dilation"
                  + " %dx%d",
              layer,
              strides.height(),
              strides.width(),
              dilation.height(),
              dilation.width()));
    }
  }
}
