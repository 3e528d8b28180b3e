package dev.assay.commons.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table with columns as wide as their cells, for lines of limited width.
 *
 * <p>If a line is too long, the columns that may be cut are narrowed, the widest first. Cells are
 * made {@link Printable}; wide characters are aligned by the columns that they take.
 */
public final class TextTable {
  private final List<Column> columns;
  private final String gap;
  private final int headerLines;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param header its title, with a line break where the title takes two lines; may be empty
   * @param right whether its cells are set to the right, as numbers are
   * @param shortest to how many columns of the terminal its cells may be cut; {@link
   *     Integer#MAX_VALUE} where they must not be
   */
  public record Column(String header, boolean right, int shortest) {
    /** A column of text, set to the left and never cut. */
    public static Column left(String header) {
      return new Column(header, false, Integer.MAX_VALUE);
    }

    /** A column of numbers, set to the right and never cut. */
    public static Column right(String header) {
      return new Column(header, true, Integer.MAX_VALUE);
    }

    /** Returns the column with cells that may be cut to a width, positive. */
    public Column cutTo(int newShortest) {
      return new Column(header, right, newShortest);
    }

    private int headerLines() {
      return header.split("\n", -1).length;
    }

    /** Returns a line of the header, counted from its end: -1 is the last one. */
    private String headerLine(int line) {
      String[] lines = header.split("\n", -1);
      return lines.length + line < 0 ? "" : lines[lines.length + line];
    }
  }

  /** An empty table with two spaces between its columns. */
  public TextTable(Column... columns) {
    this(List.of(columns), 2);
  }

  /**
   * An empty table.
   *
   * @param gap how many spaces are between columns
   */
  public TextTable(List<Column> columns, int gap) {
    this.columns = List.copyOf(columns);
    this.gap = " ".repeat(gap);
    this.headerLines = columns.stream().mapToInt(Column::headerLines).max().orElse(1);
    for (int i = 0; i < headerLines; i++) {
      int line = i - headerLines;
      add(columns.stream().map(column -> column.headerLine(line)).toList());
    }
  }

  /** Adds a row. */
  public void add(String... cells) {
    add(List.of(cells));
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column
   */
  public void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row must have %s cells. Received: %s".formatted(columns.size(), cells));
    }
    rows.add(cells.stream().map(Printable::line).toList());
  }

  /** Tells whether the table can be cut to a width. */
  public boolean fits(int width) {
    return total(shortest()) <= width;
  }

  /**
   * Returns the lines of the table, the header first.
   *
   * @param width the width of a line; a table that does not {@link #fits fit} is cut as far as
   *     possible and stays wider
   */
  public List<String> lines(int width) {
    int[] widths = widths(width);
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** Returns the lines of the table if it fits, otherwise a paragraph for each row. */
  public List<String> linesOrParagraphs(int width) {
    return fits(width)
        ? lines(width)
        : rows.stream().skip(headerLines).flatMap(row -> paragraph(row, width).stream()).toList();
  }

  private List<String> paragraph(List<String> row, int width) {
    List<String> fields = new ArrayList<>();
    for (int i = 1; i < row.size(); i++) {
      String name = columns.get(i).header().replace('\n', ' ').toLowerCase(Locale.ROOT);
      fields.add(name + " " + row.get(i));
    }
    return Paragraph.wrap("", 2, row.get(0) + ": " + String.join(", ", fields), width);
  }

  private String line(List<String> row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String cell = DisplayWidth.cut(row.get(i), widths[i]);
      cells.add(
          columns.get(i).right()
              ? DisplayWidth.right(cell, widths[i])
              : DisplayWidth.left(cell, widths[i]));
    }
    return String.join(gap, cells).stripTrailing();
  }

  /** Narrows the widest column that may be cut until the line is short enough or none is left. */
  private int[] widths(int width) {
    int[] widths = natural();
    int[] shortest = shortest();
    int least = total(shortest);
    for (int excess = total(widths) - Math.max(width, least); excess > 0; excess--) {
      widths[widest(widths, shortest)]--;
    }
    return widths;
  }

  private static int widest(int[] widths, int[] shortest) {
    return IntStream.range(0, widths.length)
        .filter(i -> widths[i] > shortest[i])
        .reduce((a, b) -> widths[b] > widths[a] ? b : a)
        .orElseThrow();
  }

  private int[] natural() {
    return IntStream.range(0, columns.size())
        .map(i -> rows.stream().mapToInt(row -> DisplayWidth.of(row.get(i))).max().orElse(0))
        .toArray();
  }

  private int[] shortest() {
    int[] widths = natural();
    Arrays.setAll(widths, i -> Math.min(widths[i], columns.get(i).shortest()));
    return widths;
  }

  private int total(int[] widths) {
    return Arrays.stream(widths).sum() + gap.length() * (widths.length - 1);
  }
}
