package dev.assay.report.text;

import dev.assay.commons.text.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Values from 0 to 100 over time, as a plot of characters.
 *
 * @param values in order, each in [0, 100]
 * @param mark where a dashed line stands, in [0, 100]
 * @param plain whether only ASCII may be used
 */
public record PointsPlot(List<Double> values, double mark, boolean plain) {
  private static final int ROWS = 10;
  private static final int GAP = 4;

  /** Copies the values. */
  public PointsPlot {
    values = List.copyOf(values);
  }

  /**
   * Draws the plot: a column for each value, the newest ones where not all have room.
   *
   * @param width of a line
   */
  public List<String> lines(int width) {
    int room = Math.max(1, (Math.min(width, 10_000) - 7) / GAP);
    List<Double> shown = values.subList(Math.max(0, values.size() - room), values.size());
    List<String> lines = new ArrayList<>();
    for (int row = ROWS; row >= 0; row--) {
      char[] cells = new char[shown.size() * GAP];
      Arrays.fill(cells, row == row(mark) ? '-' : ' ');
      for (int i = 0; i < shown.size(); i++) {
        if (row(shown.get(i)) == row) {
          cells[i * GAP + GAP / 2] = plain ? 'o' : '●';
        }
      }
      String label = row % 5 == 0 ? String.format(Locale.ROOT, "%d", row * 100 / ROWS) : "";
      String line = DisplayWidth.right(label, 4) + (plain ? " |" : " │") + new String(cells);
      lines.add(line.stripTrailing());
    }
    return lines;
  }

  private static int row(double value) {
    return (int) Math.round(Math.max(0, Math.min(100, value)) * ROWS / 100);
  }
}
