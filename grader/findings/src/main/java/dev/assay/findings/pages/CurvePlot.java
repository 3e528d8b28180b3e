package dev.assay.findings.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws a curve with blocks, the values on the left and the epochs below. */
final class CurvePlot {
  private static final int ROWS = 4;
  private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
  private static final int PARTS = BLOCKS.length() - 1;
  private static final int NARROWEST = 10;
  private static final MathContext DIGITS = new MathContext(3);

  private final double low;
  private final double high;
  private final int columns;

  /**
   * A plot.
   *
   * @param low the value at the bottom
   * @param high the value at the top; higher ones are cut
   * @param columns how wide a line may be
   */
  CurvePlot(double low, double high, int columns) {
    this.low = low;
    this.high = high > low ? high : low + 1;
    this.columns = columns;
  }

  /** The lines, from the top to the epochs' numbers, with an arrow below an epoch. */
  List<String> lines(List<Double> values, int epoch) {
    List<String> lines = lines(values);
    int margin = margin();
    int drawn = heights(values, room()).length;
    int column = (int) ((epoch - 1L) * drawn / values.size());
    List<String> marked = new ArrayList<>(lines.subList(0, ROWS));
    marked.add(" ".repeat(margin + column) + "▲");
    marked.add(lines.get(ROWS));
    return Collections.unmodifiableList(marked);
  }

  private int margin() {
    return Math.max(number(high).length(), number(low).length()) + 2;
  }

  private int room() {
    return Math.max(NARROWEST, columns - margin());
  }

  /** The lines, from the top to the epochs' numbers. */
  List<String> lines(List<Double> values) {
    String top = number(high);
    String bottom = number(low);
    int labels = margin() - 2;
    int[] heights = heights(values, room());
    List<String> lines = new ArrayList<>();
    for (int row = ROWS - 1; row >= 0; row--) {
      String label = row == ROWS - 1 ? top : row == 0 ? bottom : "";
      StringBuilder line = new StringBuilder(" ".repeat(labels - label.length()));
      line.append(label).append(label.isEmpty() ? " │" : " ┤");
      for (int height : heights) {
        line.append(BLOCKS.charAt(Math.max(0, Math.min(PARTS, height - row * PARTS))));
      }
      lines.add(line.toString().stripTrailing());
    }
    String last = values.size() == 1 ? "" : String.valueOf(values.size());
    int between = Math.max(1, heights.length - 1 - last.length());
    lines.add(" ".repeat(labels + 2) + ("1" + " ".repeat(between) + last).stripTrailing());
    return Collections.unmodifiableList(lines);
  }

  /** The height of each column in parts of blocks; one shows the mean of its epochs. */
  private int[] heights(List<Double> values, int most) {
    int[] heights = new int[Math.min(values.size(), most)];
    for (int i = 0; i < heights.length; i++) {
      int from = i * values.size() / heights.length;
      int to = (i + 1) * values.size() / heights.length;
      double mean =
          values.subList(from, to).stream().mapToDouble(this::shown).average().orElse(high);
      heights[i] = Math.max(1, (int) Math.round((mean - low) / (high - low) * ROWS * PARTS));
    }
    return heights;
  }

  /** A loss that is no number is drawn as the largest one. */
  private double shown(double value) {
    return Double.isNaN(value) ? high : Math.max(low, Math.min(high, value));
  }

  private static String number(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
