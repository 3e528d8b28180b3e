package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;

/** A table with columns as wide as need be; the last one gives way where the line is too long. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(List.of(header));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines; a column whose cells below the header are numbers is set to the right. */
  List<String> lines(int columns) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : GAP).append(cell(row.get(i), i));
      }
      lines.add(cut(line.toString().stripTrailing(), columns));
    }
    return lines;
  }

  private String cell(String text, int column) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    boolean numbers = rows.stream().skip(1).allMatch(row -> isNumber(row.get(column)));
    String space = " ".repeat(width - text.length());
    return numbers ? space + text : text + space;
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }

  private static String cut(String line, int columns) {
    return line.length() > columns ? line.substring(0, columns - 1).stripTrailing() + "…" : line;
  }
}
