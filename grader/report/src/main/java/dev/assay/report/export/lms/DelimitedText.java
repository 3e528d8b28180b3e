package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.report.export.DownloadedFile;
import dev.assay.report.export.ExportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file of rows of cells as it was downloaded. What is not changed is written as it was read: each
 * cell with its quotes, each row with its line end.
 */
final class DelimitedText {
  private static final char QUOTE = '"';
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  private final String mark;
  private final char delimiter;
  private final List<Row> rows;

  private DelimitedText(String mark, char delimiter, List<Row> rows) {
    this.mark = mark;
    this.delimiter = delimiter;
    this.rows = rows;
  }

  /** A row: its cells as they stand in the file, and what ends it. */
  static final class Row {
    private final List<String> raw;
    private final String end;

    private Row(List<String> raw, String end) {
      this.raw = raw;
      this.end = end;
    }

    int size() {
      return raw.size();
    }

    /** Returns a cell's text; empty where the row is too short. */
    String value(int column) {
      return column < raw.size() ? unquoted(raw.get(column)) : "";
    }

    List<String> values() {
      return raw.stream().map(DelimitedText::unquoted).toList();
    }

    /** Replaces a cell by a number or a word, in quotes where it had some. */
    void set(int column, String value) {
      while (raw.size() <= column) {
        raw.add("");
      }
      boolean quoted = raw.get(column).startsWith("\"");
      raw.set(column, quoted ? QUOTE + value + QUOTE : value);
    }
  }

  /**
   * Reads a file with the delimiter that gives its first row the most cells.
   *
   * @throws ExportException if a quote is never closed, or there is no row
   */
  static DelimitedText read(DownloadedFile file) throws ExportException {
    String body = file.body();
    List<DelimitedText> candidates = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      candidates.add(new DelimitedText(file.mark(), delimiter, rows(file, body, delimiter)));
    }
    DelimitedText best =
        candidates.stream().max(Comparator.comparingInt(DelimitedText::width)).orElseThrow();
    if (best.rows.isEmpty()) {
      throw ExportException.of(ExportCode.EXPORT_FILE_EMPTY, "file", file.name());
    }
    return best;
  }

  private int width() {
    return rows.isEmpty() ? 0 : rows.get(0).size();
  }

  List<Row> rows() {
    return rows;
  }

  /** The first row's texts. */
  List<String> header() {
    return rows.get(0).values();
  }

  private static List<Row> rows(DownloadedFile file, String text, char delimiter)
      throws ExportException {
    List<Row> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == QUOTE && at == start) {
        at = closing(file, text, at) + 1;
      } else if (c == delimiter) {
        cells.add(text.substring(start, at));
        start = ++at;
      } else if (c == '\r' || c == '\n') {
        cells.add(text.substring(start, at));
        int end = text.startsWith("\r\n", at) ? at + 2 : at + 1;
        rows.add(new Row(cells, text.substring(at, end)));
        cells = new ArrayList<>();
        start = at = end;
      } else {
        at++;
      }
    }
    if (start < text.length() || !cells.isEmpty()) {
      cells.add(text.substring(start));
      rows.add(new Row(cells, ""));
    }
    return rows;
  }

  /** Finds the quote that closes one; two together stand for a quote in the text. */
  private static int closing(DownloadedFile file, String text, int open) throws ExportException {
    int at = text.indexOf(QUOTE, open + 1);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
      at = text.indexOf(QUOTE, at + 2);
    }
    if (at < 0) {
      throw ExportException.of(ExportCode.EXPORT_QUOTE_OPEN, "file", file.name());
    }
    return at;
  }

  private static String unquoted(String raw) {
    int last = raw.lastIndexOf(QUOTE);
    return raw.startsWith("\"") && last > 0
        ? raw.substring(1, last).replace("\"\"", "\"") + raw.substring(last + 1)
        : raw;
  }

  /** Returns the whole file. */
  String text() {
    StringBuilder text = new StringBuilder(mark);
    for (Row row : rows) {
      text.append(String.join(String.valueOf(delimiter), row.raw)).append(row.end);
    }
    return text.toString();
  }
}
