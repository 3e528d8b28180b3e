package dev.assay.cli.results;

import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.TextTable;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.text.ImageBlocks;
import dev.assay.run.judging.PredictedClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model predicts of some examples, as text.
 *
 * @param entry the data that they are like
 * @param features the examples
 * @param labels the true ones; null where they are unknown
 * @param predicted a row for each example
 * @param room the width of a line
 */
record PredictionText(
    DatasetEntry entry,
    NumericArray features,
    @Nullable NumericArray labels,
    PredictedClasses predicted,
    Catalogue texts,
    int room) {
  private static final String NONE = "-";
  private static final double LEAST = 0.005;

  /**
   * The lines: images, and a table with a row for each example.
   *
   * @param plain whether only ASCII may be used
   */
  List<String> lines(boolean plain) {
    List<String> lines = new ArrayList<>();
    if (entry.layout() instanceof ImageLayout layout) {
      List<ImageBlocks> images = rows().mapToObj(row -> image(layout, row)).toList();
      List<String> titles = rows().mapToObj(row -> String.valueOf(row + 1)).toList();
      lines.addAll(ImageBlocks.sideBySide(images, titles, room, plain));
    }
    lines.addAll(table().linesOrParagraphs(room));
    return lines;
  }

  private IntStream rows() {
    return IntStream.range(0, features.rows());
  }

  private Target target() {
    return entry.target();
  }

  private ImageBlocks image(ImageLayout layout, int row) {
    int size = layout.height() * layout.width();
    int[] pixels = IntStream.range(0, size).map(i -> features.getInt(row * size + i)).toArray();
    return new ImageBlocks(pixels, layout.height(), layout.width());
  }

  private TextTable table() {
    boolean numbers = !target().isClassification();
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(TextTable.Column.right(head("NUMBER")));
    if (labels != null) {
      columns.add(numbers ? right("ACTUAL") : left("ACTUAL"));
    }
    columns.add(numbers ? right("PREDICTED") : left("PREDICTED"));
    if (!numbers) {
      columns.add(left("PROBABILITIES"));
    }
    TextTable table = new TextTable(columns.toArray(TextTable.Column[]::new));
    rows().forEach(row -> table.add(cells(row)));
    return table;
  }

  private TextTable.Column left(String column) {
    return TextTable.Column.left(head(column));
  }

  private TextTable.Column right(String column) {
    return TextTable.Column.right(head(column));
  }

  private String head(String column) {
    return texts.say(TerminalCode.PREDICT_HEADER, "column", column);
  }

  private List<String> cells(int row) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(row + 1)));
    if (labels != null) {
      cells.add(actual(labels, row));
    }
    if (!target().isClassification()) {
      cells.add(Numbers.decimal(predicted.predictions().getFloat(row), 2));
      return cells;
    }
    cells.add(guess(row));
    cells.add(probabilities(row));
    return cells;
  }

  private String actual(NumericArray known, int row) {
    if (!target().isClassification()) {
      return Numbers.decimal(known.getFloat(row), 2);
    }
    int width = known.rowSize();
    return target().multiLabel()
        ? names(IntStream.range(0, width).filter(i -> known.getInt(row * width + i) == 1))
        : target().classes().get(known.getInt(row));
  }

  private String guess(int row) {
    return target().multiLabel()
        ? names(classes().filter(label -> predicted.isAbove(row, label)))
        : target().classes().get(predicted.of(row));
  }

  private IntStream classes() {
    return IntStream.range(0, target().classes().size());
  }

  private String names(IntStream labels) {
    String names = labels.mapToObj(target().classes()::get).collect(Collectors.joining(" + "));
    return names.isEmpty() ? NONE : names;
  }

  /** Those above 0 in two places, the largest first; of several labels all, in their order. */
  private String probabilities(int row) {
    if (Double.isNaN(predicted.probability(row, 0))) {
      return NONE;
    }
    Comparator<Integer> order =
        Comparator.comparing((Integer label) -> predicted.probability(row, label)).reversed();
    return classes()
        .boxed()
        .filter(label -> target().multiLabel() || predicted.probability(row, label) >= LEAST)
        .sorted(target().multiLabel() ? Comparator.naturalOrder() : order)
        .map(label -> named(label, predicted.probability(row, label)))
        .collect(Collectors.joining(", "));
  }

  private String named(int label, double probability) {
    return target().classes().get(label) + " " + Numbers.decimal(probability, 2);
  }
}
