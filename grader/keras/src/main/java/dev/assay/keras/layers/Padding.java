package dev.assay.keras.layers;

import java.util.Locale;
import org.tensorflow.ndarray.Shape;

/**
 * The treatment of windows at the border of an image; the names are TensorFlow's.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Conv2D.of(8, 3).padding(VALID), 28, 28, 1); // -> (None, 26, 26, 8)
 * shape(Conv2D.of(8, 3).padding(SAME), 28, 28, 1); // -> (None, 28, 28, 8)
 * }</pre>
 */
public enum Padding {
  /**
   * Uses only whole windows: the output is {@code floor((n - dilation (k - 1) - 1) / stride) + 1}
   * large, with a window of k over n.
   */
  VALID,
  /**
   * Zeros around the image, so that the output is {@code ceil(n / stride)} large, whatever the
   * window.
   */
  SAME;

  /** A window larger than the image leaves nothing without padding. */
  void checkFits(String layer, Size window, Shape input) {
    boolean fits =
        this == SAME
            || ((input.get(1) < 0 || input.get(1) >= window.height())
                && (input.get(2) < 0 || input.get(2) >= window.width()));
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: a window of %dx%d does not fit into an input of shape %s. Use Padding.SAME, a"
                  + " smaller window or fewer poolings.",
              layer,
              window.height(),
              window.width(),
              LayerArguments.show(input)));
    }
  }

  /** Checks that a window fits into a sequence. */
  void checkFits(String layer, int steps, Shape input) {
    if (this == VALID && input.get(1) >= 0 && input.get(1) < steps) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: a window of %d steps does not fit into an input of shape %s. Use Padding.SAME, a"
                  + " smaller window or fewer poolings.",
              layer,
              steps,
              LayerArguments.show(input)));
    }
  }
}
