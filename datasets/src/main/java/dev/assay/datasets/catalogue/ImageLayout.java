package dev.assay.datasets.catalogue;

import dev.assay.datasets.arrays.DataType;
import java.util.List;

/**
 * Grey images in IDX files, one byte a pixel, 0 to 255.
 *
 * @param height in pixels
 * @param width in pixels
 * @param target the classes, of which an image has one
 */
public record ImageLayout(int height, int width, Target target) implements Layout {
  public ImageLayout {
    if (target.multiLabel()) {
      throw new IllegalArgumentException(
          "an IDX file has one label an image. Received: " + target.classes());
    }
  }

  @Override
  public FeatureSpec features() {
    return new FeatureSpec(List.of(height, width), DataType.UINT8, 0, 255, List.of());
  }
}
