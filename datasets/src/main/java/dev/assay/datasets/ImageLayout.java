package dev.assay.datasets;

import java.util.List;

/**
 * Grey images in IDX files, one byte a pixel, 0 to 255.
 *
 * @param height in pixels
 * @param width in pixels
 * @param target the classes
 */
public record ImageLayout(int height, int width, Target target) implements Layout {
  @Override
  public Features features() {
    return new Features(List.of(height, width), DataType.UINT8, 0, 255, List.of());
  }
}
