package dev.assay.cli.results;

import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image that somebody wants to have predicted, in grey.
 *
 * @param pixels row by row, 0 for black to 255 for white
 * @param height in pixels
 * @param width in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GivenImage(int[] pixels, int height, int width) {
  /** The most pixels on a side: what a photograph has. */
  private static final int MOST = 8192;

  private static final int WHITE = 255;

  /**
   * Reads a PNG or another format that Java knows; what is transparent is white.
   *
   * @throws SentenceException where it is no image, or too large
   */
  static GivenImage read(Path file) throws SentenceException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      if (in == null) {
        throw refused(file, "MISSING");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw refused(file, "FORMAT");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if (Math.max(reader.getWidth(0), reader.getHeight(0)) > MOST) {
          throw refused(file, "SIZE");
        }
        return grey(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Readers throw whatever a damaged file leads them to.
      throw e instanceof SentenceException known ? known : refused(file, "DAMAGED");
    }
  }

  private static SentenceException refused(Path file, String why) {
    return new SentenceException(
        Sentence.of(
            TerminalCode.PREDICT_NO_IMAGE, "file", file.toString(), "why", why, "most", MOST));
  }

  private static GivenImage grey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels =
        IntStream.range(0, width * height)
            .map(i -> luminance(image.getRGB(i % width, i / width)))
            .toArray();
    return new GivenImage(pixels, height, width);
  }

  /** The luma of Rec. ITU-R BT.601, over white. */
  private static int luminance(int argb) {
    double opaque = (argb >>> 24) / 255.0;
    double luma = 0.299 * (argb >> 16 & 0xff) + 0.587 * (argb >> 8 & 0xff) + 0.114 * (argb & 0xff);
    return (int) Math.round(opaque * luma + (1 - opaque) * WHITE);
  }

  /** The image in another size: each pixel is the mean of those that it covers. */
  GivenImage resized(int newHeight, int newWidth) {
    int[] small =
        IntStream.range(0, newHeight * newWidth)
            .map(i -> mean(i / newWidth, newHeight, i % newWidth, newWidth))
            .toArray();
    return new GivenImage(small, newHeight, newWidth);
  }

  private int mean(int row, int rows, int column, int columns) {
    int top = row * height / rows;
    int bottom = Math.max(top + 1, (row + 1) * height / rows);
    int left = column * width / columns;
    int right = Math.max(left + 1, (column + 1) * width / columns);
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += pixels[y * width + x];
      }
    }
    return (int) Math.round((double) sum / ((bottom - top) * (right - left)));
  }

  /** The image with light and dark exchanged. */
  GivenImage inverted() {
    return new GivenImage(IntStream.of(pixels).map(p -> WHITE - p).toArray(), height, width);
  }

  /** Tells whether most of the border is light: what is drawn on paper. */
  boolean isOnLight() {
    return IntStream.range(0, pixels.length)
            .filter(i -> isEnd(i / width, height) || isEnd(i % width, width))
            .map(i -> pixels[i])
            .average()
            .orElse(0)
        > WHITE / 2.0;
  }

  private static boolean isEnd(int at, int size) {
    return at == 0 || at == size - 1;
  }

  /** The image as the one example of a data set. */
  NumericArray example(ImageLayout layout) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return NumericArray.ofBytes(bytes, 1, layout.height(), layout.width());
  }
}
