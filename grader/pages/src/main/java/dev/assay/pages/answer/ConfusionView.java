package dev.assay.pages.answer;

import dev.assay.report.score.Classification;
import java.util.ArrayList;
import java.util.List;

/**
 * A confusion matrix, its cells shaded by the share of their row.
 *
 * @param classes the classes' names
 * @param rows a row a true class
 */
public record ConfusionView(List<String> classes, List<Row> rows) {
  private static final int SHADES = 8;

  /**
   * A row of the matrix.
   *
   * @param actual the true class
   * @param cells a cell a predicted class
   */
  public record Row(String actual, List<Cell> cells) {}

  /**
   * A cell of the matrix.
   *
   * @param count of examples
   * @param style the class of its style: right or wrong, and how dark
   */
  public record Cell(int count, String style) {}

  static ConfusionView of(Classification classification) {
    List<Row> rows = new ArrayList<>();
    for (int actual = 0; actual < classification.confusion().size(); actual++) {
      List<Integer> counts = classification.confusion().get(actual);
      int all = counts.stream().mapToInt(Integer::intValue).sum();
      List<Cell> cells = new ArrayList<>();
      for (int predicted = 0; predicted < counts.size(); predicted++) {
        int count = counts.get(predicted);
        long shade = all == 0 || count == 0 ? 0 : 1 + (SHADES - 1L) * count / all;
        cells.add(new Cell(count, (actual == predicted ? "right-" : "wrong-") + shade));
      }
      rows.add(new Row(classification.classes().get(actual), List.copyOf(cells)));
    }
    return new ConfusionView(classification.classes(), List.copyOf(rows));
  }
}
