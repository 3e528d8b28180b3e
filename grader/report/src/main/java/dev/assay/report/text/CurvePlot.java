package dev.assay.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve drawn with characters: braille dots, two columns and four rows of them in each character,
 * or ASCII.
 *
 * @param values in order; those that are not finite leave a gap
 * @param low the value at the bottom
 * @param high the value at the top, above {@code low}
 */
public record CurvePlot(List<Double> values, double low, double high) {
  private static final char BRAILLE = '\u2800';
  private static final int DOTS_ACROSS = 2;
  private static final int DOTS_DOWN = 4;

  /** The bits of a braille character's dots, by row and column. */
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if the range is empty
   */
  public CurvePlot {
    values = List.copyOf(values);
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "low must be below high. Received: %s, %s".formatted(low, high));
    }
  }

  /**
   * Draws the curve: a column of dots for each value, or for several where they have no room.
   *
   * @param rows lines, positive
   * @param width the most characters in a line, positive
   * @param plain whether only ASCII may be used
   */
  public List<String> lines(int rows, int width, boolean plain) {
    int across = plain ? 1 : DOTS_ACROSS;
    int down = plain ? 1 : DOTS_DOWN;
    int columns = Math.min(values.size(), width * across);
    int[] dots = new int[columns];
    for (int column = 0; column < columns; column++) {
      dots[column] = dot(values.get(index(column, columns)), rows * down);
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lines.add((plain ? stars(dots, row) : braille(dots, row)).stripTrailing());
    }
    return lines;
  }

  /** The value that stands in a column. */
  private int index(int column, int columns) {
    return columns < 2 ? 0 : (int) Math.round(column * (values.size() - 1.0) / (columns - 1));
  }

  /** The row of dots from the top; -1 for none. */
  private int dot(double value, int rows) {
    if (!Double.isFinite(value)) {
      return -1;
    }
    double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
    return (int) Math.round((1 - share) * (rows - 1));
  }

  private static String stars(int[] dots, int row) {
    char[] line = new char[dots.length];
    Arrays.fill(line, ' ');
    for (int column = 0; column < dots.length; column++) {
      line[column] = dots[column] == row ? '*' : ' ';
    }
    return new String(line);
  }

  private static String braille(int[] dots, int row) {
    char[] line = new char[(dots.length + DOTS_ACROSS - 1) / DOTS_ACROSS];
    Arrays.fill(line, BRAILLE);
    for (int column = 0; column < dots.length; column++) {
      int within = dots[column] - row * DOTS_DOWN;
      if (dots[column] >= 0 && within >= 0 && within < DOTS_DOWN) {
        line[column / DOTS_ACROSS] |= (char) DOTS[within][column % DOTS_ACROSS];
      }
    }
    return new String(line).replace(BRAILLE, ' ');
  }
}
