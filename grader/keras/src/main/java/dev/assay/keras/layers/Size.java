package dev.assay.keras.layers;

import java.util.List;

/**
 * Height and width, in pixels.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Conv2D.of(8, 3, 5).window().size(); // -> Size[height=3, width=5]
 * }</pre>
 *
 * @param height positive
 * @param width positive
 */
public record Size(int height, int width) {
  static final Size ONE = new Size(1, 1);

  void check(String layer, String argument) {
    LayerArguments.positive(layer, argument + " height", height);
    LayerArguments.positive(layer, argument + " width", width);
  }

  /** Returns the sizes as TensorFlow takes them: one for each axis of a batch of images. */
  long[] perAxis() {
    return new long[] {1, height, width, 1};
  }

  List<Long> asList() {
    return List.of(1L, (long) height, (long) width, 1L);
  }
}
