package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table with columns as wide as need be; text in the last one gives way where the line is too
 * long, and where that is not enough, the table to a paragraph a row.
 */
final class TextTable {
  private static final String GAP = "  ";
  private static final int SHORTEST_TEXT = 8;

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(List.of(header));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines; a column whose cells below the header are numbers is set to the right. */
  List<String> lines(int columns) {
    int last = rows.get(0).size() - 1;
    int least = isNumbers(last) ? width(last) : Math.min(width(last), SHORTEST_TEXT);
    int others = IntStream.range(0, last).map(i -> width(i) + GAP.length()).sum();
    List<String> lines = new ArrayList<>();
    if (others + least > columns) {
      rows.stream().skip(1).forEach(row -> lines.addAll(paragraph(row, columns)));
    } else {
      rows.forEach(row -> lines.add(cut(line(row), columns)));
    }
    return lines;
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(i == 0 ? "" : GAP).append(cell(row.get(i), i));
    }
    return line.toString().stripTrailing();
  }

  private List<String> paragraph(List<String> row, int columns) {
    List<String> fields = new ArrayList<>();
    for (int i = 1; i < row.size(); i++) {
      fields.add(rows.get(0).get(i).toLowerCase(Locale.ROOT) + " " + row.get(i));
    }
    return Paragraph.wrap("", 2, row.get(0) + ": " + String.join(", ", fields), columns);
  }

  private String cell(String text, int column) {
    String space = " ".repeat(width(column) - text.length());
    return isNumbers(column) ? space + text : text + space;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isNumbers(int column) {
    return rows.stream().skip(1).allMatch(row -> isNumber(row.get(column)));
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }

  private static String cut(String line, int columns) {
    return line.length() > columns ? line.substring(0, columns - 1).stripTrailing() + "…" : line;
  }
}
