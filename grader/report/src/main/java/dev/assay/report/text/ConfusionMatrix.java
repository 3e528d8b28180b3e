package dev.assay.report.text;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.TextTable;
import dev.assay.commons.text.TextTable.Column;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.score.ClassScore;
import dev.assay.report.score.Classification;
import dev.assay.report.score.MetricText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A confusion matrix as lines of text: a row a true class, a column a predicted one. Of labels that
 * do not exclude each other only the scores.
 */
public final class ConfusionMatrix {

  /** Matrices of more classes are not legible on a terminal. */
  public static final int MAX_CLASSES = 12;

  private static final int GAP = 2;
  private static final int SHORTEST_LABEL = 6;

  private ConfusionMatrix() {}

  /**
   * Renders the matrix with every class's precision and recall.
   *
   * <p>Columns are headed by the classes' numbers, which the rows name. With more than {@link
   * #MAX_CLASSES} classes, or where a line has no room for them, the counts are left out; labels
   * have F1 and the number of their examples instead.
   *
   * @param classification the matrix
   * @param room how wide a line may be; long names are cut, and columns move together
   * @param texts the language
   * @return lines that end with LF, free of control characters
   */
  public static String render(Classification classification, int room, Catalogue texts) {
    if (!classification.hasMatrix()) {
      List<List<String>> columns = scores(classification, texts);
      columns.add(rates(header("F1", texts), classification, ClassScore::f1));
      columns.add(supports(classification, texts));
      return lines(table(classification, columns, GAP), room);
    }
    return legend(room, texts) + "\n" + matrix(classification, room, texts);
  }

  private static String legend(int room, Catalogue texts) {
    String legend = texts.say(TerminalCode.MATRIX_LEGEND, "short", false);
    return DisplayWidth.of(legend) <= room
        ? legend
        : texts.say(TerminalCode.MATRIX_LEGEND, "short", true);
  }

  private static String header(String column, Catalogue texts) {
    return texts.say(TerminalCode.MATRIX_HEADER, "column", column);
  }

  private static String matrix(Classification classification, int room, Catalogue texts) {
    int size = classification.classes().size();
    List<List<String>> columns = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> columns.add(counts(classification, i)));
    columns.addAll(scores(classification, texts));
    for (int gap = GAP; gap > 0; gap--) {
      TextTable table = table(classification, columns, gap);
      if (size <= MAX_CLASSES && table.fits(room)) {
        return lines(table, room);
      }
    }
    return lines(table(classification, scores(classification, texts), GAP), room);
  }

  private static List<List<String>> scores(Classification classification, Catalogue texts) {
    List<List<String>> columns = new ArrayList<>();
    columns.add(rates(header("PRECISION", texts), classification, ClassScore::precision));
    columns.add(rates(header("RECALL", texts), classification, ClassScore::recall));
    return columns;
  }

  private static String lines(TextTable table, int room) {
    return table.lines(room).stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** The classes' names and beside them columns, each with its header first. */
  private static TextTable table(
      Classification classification, List<List<String>> columns, int gap) {
    List<Column> headers = new ArrayList<>(List.of(Column.left("").cutTo(SHORTEST_LABEL)));
    columns.forEach(column -> headers.add(Column.right(column.get(0))));
    TextTable table = new TextTable(headers, gap);
    List<String> labels = labels(classification.classes());
    for (int i = 0; i < labels.size(); i++) {
      List<String> row = new ArrayList<>(List.of(labels.get(i)));
      for (List<String> column : columns) {
        row.add(column.get(i + 1));
      }
      table.add(row);
    }
    return table;
  }

  private static List<String> labels(List<String> classes) {
    int digits = String.valueOf(classes.size() - 1).length();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      String number = DisplayWidth.right(String.valueOf(i), digits);
      boolean isNumber = classes.get(i).equals(String.valueOf(i));
      labels.add(isNumber ? number : number + " " + classes.get(i));
    }
    return labels;
  }

  private static List<String> counts(Classification classification, int predicted) {
    List<String> column = new ArrayList<>();
    column.add(String.valueOf(predicted));
    classification.confusion().forEach(row -> column.add(String.valueOf(row.get(predicted))));
    return column;
  }

  private static List<String> rates(
      String name, Classification classification, ToDoubleFunction<ClassScore> rate) {
    List<String> column = new ArrayList<>(List.of(name));
    classification
        .perClass()
        .forEach(score -> column.add(MetricText.fraction(rate.applyAsDouble(score))));
    return column;
  }

  private static List<String> supports(Classification classification, Catalogue texts) {
    List<String> column = new ArrayList<>(List.of(header("EXAMPLES", texts)));
    classification.perClass().forEach(score -> column.add(String.valueOf(score.support())));
    return column;
  }
}
