package dev.assay.cli.data;

import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.text.ImageBlocks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Examples of a data set as text.
 *
 * @param entry what they are of
 * @param examples to choose from
 * @param room the width of a line
 */
record ShownData(DatasetEntry entry, Examples examples, Catalogue texts, int room) {
  private static final MathContext DIGITS = new MathContext(4);

  /**
   * The lines: what there is, then some examples.
   *
   * @param count the most examples that are shown
   * @param wanted the number of the class that they have; -1 for any
   * @param plain whether only ASCII may be used
   */
  List<String> lines(int count, int wanted, boolean plain) {
    List<String> lines = new ArrayList<>();
    String head =
        texts.say(
            TerminalCode.DATA_SHOWN,
            "data",
            entry.key(),
            "title",
            DataNames.title(entry, texts),
            "examples",
            examples.size());
    lines.addAll(Paragraph.wrap("", 2, head, room));
    if (entry.target().isClassification()) {
      lines.addAll(Paragraph.wrap("", 2, counts(), room));
    }
    if (!(entry.layout() instanceof ImageLayout)) {
      lines.add("");
      lines.addAll(ranges().linesOrParagraphs(room));
    }
    lines.add("");
    List<Integer> rows = rows(count, wanted);
    if (entry.layout() instanceof ImageLayout images) {
      lines.addAll(images(images, rows, plain));
    } else {
      lines.addAll(table(rows).linesOrParagraphs(room));
    }
    return lines;
  }

  private boolean has(int row, int label) {
    NumericArray labels = examples.labels();
    Target target = entry.target();
    return target.multiLabel()
        ? labels.getFloat(row * target.classes().size() + label) > 0
        : (int) labels.getFloat(row) == label;
  }

  private String counts() {
    List<String> classes = entry.target().classes();
    String counts =
        IntStream.range(0, classes.size())
            .mapToObj(
                label ->
                    classes.get(label)
                        + " "
                        + IntStream.range(0, examples.size())
                            .filter(row -> has(row, label))
                            .count())
            .collect(Collectors.joining(", "));
    long none =
        IntStream.range(0, examples.size())
            .filter(row -> IntStream.range(0, classes.size()).noneMatch(label -> has(row, label)))
            .count();
    return texts.say(
        TerminalCode.DATA_CLASS_COUNTS,
        "counts",
        counts,
        "several",
        entry.target().multiLabel(),
        "none",
        none);
  }

  private List<Integer> rows(int count, int wanted) {
    return IntStream.range(0, examples.size())
        .filter(row -> wanted < 0 || has(row, wanted))
        .limit(count)
        .boxed()
        .toList();
  }

  private String label(int row) {
    Target target = entry.target();
    if (!target.isClassification()) {
      return number(examples.labels().getFloat(row));
    }
    String labels =
        IntStream.range(0, target.classes().size())
            .filter(label -> has(row, label))
            .mapToObj(target.classes()::get)
            .collect(Collectors.joining(", "));
    return labels.isEmpty() ? "-" : labels;
  }

  private static String number(float value) {
    return Float.isFinite(value)
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  /** The least, mean and greatest value of each column. */
  private TextTable ranges() {
    TextTable table =
        new TextTable(
            TextTable.Column.left(head("COLUMN")),
            TextTable.Column.right(head("LEAST")),
            TextTable.Column.right(head("MEAN")),
            TextTable.Column.right(head("MOST")));
    NumericArray features = examples.features();
    List<String> names = entry.features().names();
    for (int column = 0; column < names.size(); column++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      double sum = 0;
      for (int row = 0; row < examples.size(); row++) {
        float value = features.getFloat(row * names.size() + column);
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
      }
      table.add(
          names.get(column),
          number((float) least),
          number((float) (sum / examples.size())),
          number((float) most));
    }
    return table;
  }

  private TextTable table(List<Integer> rows) {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(TextTable.Column.left(entry.target().name()));
    List<String> names = entry.features().names();
    names.forEach(name -> columns.add(TextTable.Column.right(name)));
    TextTable table = new TextTable(columns.toArray(TextTable.Column[]::new));
    for (int row : rows) {
      List<String> cells = new ArrayList<>(List.of(label(row)));
      for (int column = 0; column < names.size(); column++) {
        cells.add(number(examples.features().getFloat(row * names.size() + column)));
      }
      table.add(cells);
    }
    return table;
  }

  private List<String> images(ImageLayout layout, List<Integer> rows, boolean plain) {
    int size = layout.height() * layout.width();
    List<ImageBlocks> images =
        rows.stream()
            .map(
                row ->
                    new ImageBlocks(
                        IntStream.range(0, size)
                            .map(i -> examples.features().getInt(row * size + i))
                            .toArray(),
                        layout.height(),
                        layout.width()))
            .toList();
    return ImageBlocks.sideBySide(images, rows.stream().map(this::label).toList(), room, plain);
  }

  private String head(String column) {
    return texts.say(TerminalCode.DATA_COLUMN_HEADER, "column", column);
  }
}
