package dev.assay.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns, as Markdown: read as it is or pasted into a page. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
    rows.add(List.of(titles));
  }

  void add(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a row must have %d cells. Received: %d",
              rows.get(0).size(),
              cells.length));
    }
    rows.add(List.of(cells));
  }

  List<String> lines() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    lines.add(1, IntStream.of(widths).mapToObj(w -> "-".repeat(w + 2)).collect(joined("|")));
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> " " + row.get(i) + " ".repeat(widths[i] - row.get(i).length()) + " ")
        .collect(joined("|"));
  }

  private static Collector<CharSequence, ?, String> joined(String bar) {
    return Collectors.joining(bar, bar, bar);
  }
}
