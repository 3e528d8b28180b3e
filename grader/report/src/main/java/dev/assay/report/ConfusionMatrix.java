package dev.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
  private static final String LEGEND = "rows: true class, columns: predicted class";
  private static final String SHORT_LEGEND = "rows: true, columns: predicted";

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
   * @return lines that end with LF, free of control characters
   */
  public static String render(Classification classification, int room) {
    if (!classification.hasMatrix()) {
      List<List<String>> columns = scores(classification);
      columns.add(rates("F1", classification, ClassScore::f1));
      columns.add(supports(classification));
      return table(classification, columns, GAP, room);
    }
    return (LEGEND.length() <= room ? LEGEND : SHORT_LEGEND) + "\n" + matrix(classification, room);
  }

  private static String matrix(Classification classification, int room) {
    int size = classification.classes().size();
    List<List<String>> columns = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> columns.add(counts(classification, i)));
    columns.addAll(scores(classification));
    for (int gap = GAP; gap > 0; gap--) {
      if (size <= MAX_CLASSES && left(columns, gap, room) >= SHORTEST_LABEL) {
        return table(classification, columns, gap, room);
      }
    }
    return table(classification, scores(classification), GAP, room);
  }

  private static List<List<String>> scores(Classification classification) {
    List<List<String>> columns = new ArrayList<>();
    columns.add(rates("precision", classification, ClassScore::precision));
    columns.add(rates("recall", classification, ClassScore::recall));
    return columns;
  }

  /** What the columns leave of a line. */
  private static int left(List<List<String>> columns, int gap, int room) {
    return room - columns.stream().mapToInt(column -> gap + width(column)).sum();
  }

  private static String table(
      Classification classification, List<List<String>> columns, int gap, int room) {
    int longest = Math.max(left(columns, gap, room), SHORTEST_LABEL);
    List<String> labels = labels(classification.classes(), longest);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < labels.size(); row++) {
      text.append(Text.left(labels.get(row), width(labels)));
      for (List<String> column : columns) {
        text.append(" ".repeat(gap)).append(Text.right(column.get(row), width(column)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> labels(List<String> classes, int longest) {
    int digits = String.valueOf(classes.size() - 1).length();
    List<String> column = new ArrayList<>(List.of(""));
    for (int i = 0; i < classes.size(); i++) {
      String number = Text.right(String.valueOf(i), digits);
      boolean numbered = classes.get(i).equals(String.valueOf(i));
      column.add(numbered ? number : Text.cut(number + " " + classes.get(i), longest));
    }
    return column;
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
        .forEach(score -> column.add(Numbers.fraction(rate.applyAsDouble(score))));
    return column;
  }

  private static List<String> supports(Classification classification) {
    List<String> column = new ArrayList<>(List.of("examples"));
    classification.perClass().forEach(score -> column.add(String.valueOf(score.support())));
    return column;
  }

  private static int width(List<String> column) {
    return column.stream().mapToInt(Text::columns).max().orElse(0);
  }
}
