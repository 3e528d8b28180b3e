package dev.assay.report.text;

import dev.assay.commons.text.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A grey image drawn with characters, two rows of pixels in each line, which keeps its proportions
 * in a terminal.
 */
public final class ImageBlocks {
  private static final String BLOCKS = " ░▒▓█";
  private static final String PLAIN = " .:-=+*#%@";
  private static final int GAP = 2;

  /** Where a line has no end, as in a file. */
  private static final int WIDEST = 120;

  private final int[] pixels;
  private final int height;
  private final int width;

  /**
   * An image.
   *
   * @param pixels from 0, which is drawn as a blank, to 255, row by row
   * @param height in pixels
   * @param width in pixels, each a character
   * @throws IllegalArgumentException if there are more or fewer pixels than the size says
   */
  public ImageBlocks(int[] pixels, int height, int width) {
    if (pixels.length != height * width) {
      throw new IllegalArgumentException(
          "pixels must be height * width. Received: %s, %s, %s"
              .formatted(pixels.length, height, width));
    }
    this.pixels = pixels.clone();
    this.height = height;
    this.width = width;
  }

  /**
   * Draws the image.
   *
   * @param plain whether only ASCII may be used
   */
  public List<String> lines(boolean plain) {
    String ramp = plain ? PLAIN : BLOCKS;
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < height; row += 2) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < width; column++) {
        int upper = pixels[row * width + column];
        int lower = row + 1 < height ? pixels[(row + 1) * width + column] : upper;
        double share = Math.max(0, Math.min(1, (upper + lower) / 510.0));
        line.append(ramp.charAt((int) Math.round(share * (ramp.length() - 1))));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /**
   * Puts images side by side, each below its title, as many in a row as there is room for.
   *
   * @param titles one for each, cut to the image's width
   * @param room the width of a line; at least one image is drawn whatever it is
   */
  public static List<String> sideBySide(
      List<ImageBlocks> images, List<String> titles, int room, boolean plain) {
    List<String> lines = new ArrayList<>();
    int first = 0;
    while (first < images.size()) {
      int width = images.get(first).width + GAP;
      int count =
          Math.max(1, Math.min(images.size() - first, (Math.min(room, WIDEST) + GAP) / width));
      int height = images.get(first).lines(plain).size();
      String[] row = new String[height + 1];
      Arrays.fill(row, "");
      for (int i = first; i < first + count; i++) {
        List<String> drawn = images.get(i).lines(plain);
        row[0] += DisplayWidth.left(DisplayWidth.cut(titles.get(i), width - GAP), width);
        for (int y = 0; y < height; y++) {
          row[y + 1] += DisplayWidth.left(drawn.get(y), width);
        }
      }
      for (String line : row) {
        lines.add(line.stripTrailing());
      }
      first += count;
    }
    return lines;
  }
}
