package dev.assay.report.examples;

import java.util.Base64;

/**
 * A small image.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels of each pixel: 1 for grey, 3 for red, green and blue
 * @param pixels a byte for each channel of each pixel, row by row, in Base64
 */
public record ExampleImage(int width, int height, int channels, String pixels) {
  /** The most pixels on a side. */
  public static final int MOST = 64;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the pixels are not as many as the size says, or the image
   *     is too large
   */
  public ExampleImage {
    if (width < 1 || width > MOST || height < 1 || height > MOST) {
      throw new IllegalArgumentException(
          "an image must have 1 to %s pixels on a side. Received: %s x %s"
              .formatted(MOST, width, height));
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels must be 1 or 3. Received: " + channels);
    }
    int bytes = Base64.getDecoder().decode(pixels).length;
    if (bytes != width * height * channels) {
      throw new IllegalArgumentException(
          "pixels must have %s bytes. Received: %s".formatted(width * height * channels, bytes));
    }
  }

  /** Returns a byte for each channel of each pixel, row by row. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(pixels);
  }
}
