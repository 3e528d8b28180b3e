package dev.assay.cli.compare;

import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Task;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.LayerLine;
import dev.assay.report.model.ModelSummary;
import dev.assay.report.model.Training;
import dev.assay.report.score.Bootstrap;
import dev.assay.report.score.Interval;
import dev.assay.report.score.McNemar;
import dev.assay.report.score.MetricText;
import dev.assay.report.text.Differences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells how two results compare, and what differs between them.
 *
 * @param room the width of a line
 */
record ComparisonText(ComparedResult a, ComparedResult b, Catalogue texts, int room) {
  private static final long BOOTSTRAP_SEED = 1;
  private static final double SIGNIFICANT = 0.05;
  private static final double LEAST = 0.0001;
  private static final int CURVE_ROWS = 10;
  private static final String NONE = "-";

  /** Returns the parts of the text, each with its lines. */
  List<List<String>> lines() {
    List<List<String>> parts = new ArrayList<>();
    parts.add(Paragraph.wrap("", 2, test(), room));
    parts.add(differences());
    parts.add(curves());
    return parts;
  }

  private String test() {
    return a.rows().task() == Task.REGRESSION ? numbers() : classes();
  }

  private String classes() {
    McNemar test = McNemar.of(a.rows().losses(), b.rows().losses());
    int rows = a.rows().size();
    return say(
        TerminalCode.COMPARE_CLASSES,
        "a",
        a.name(),
        "b",
        b.name(),
        "rows",
        rows,
        "first",
        test.both() + test.onlyFirst(),
        "second",
        test.both() + test.onlySecond(),
        "onlyFirst",
        test.onlyFirst(),
        "onlySecond",
        test.onlySecond(),
        "p",
        test.probability() < LEAST ? "< 0.0001" : "= " + Numbers.decimal(test.probability(), 4),
        "significant",
        test.probability() < SIGNIFICANT);
  }

  private String numbers() {
    float[] first = a.rows().predicted();
    float[] second = b.rows().predicted();
    float[] labels = a.rows().labels();
    Interval interval = Bootstrap.r2Difference(first, second, labels, BOOTSTRAP_SEED);
    double difference = value(a) - value(b);
    return say(
        TerminalCode.COMPARE_NUMBERS,
        "a",
        a.name(),
        "b",
        b.name(),
        "rows",
        labels.length,
        "first",
        Numbers.decimal(value(a), 4),
        "second",
        Numbers.decimal(value(b), 4),
        "difference",
        Numbers.decimal(difference, 4),
        "interval",
        MetricText.interval(interval),
        "significant",
        !interval.contains(0));
  }

  private static double value(ComparedResult result) {
    return Objects.requireNonNull(result.report().scores()).metric().value();
  }

  /** What is not the same in both, a line for each of the two. */
  private List<String> differences() {
    List<String> lines = new ArrayList<>(List.of(""));
    Map<String, String> second = b.rows().settings();
    a.rows().settings().forEach((name, value) -> add(lines, name, value, second.get(name)));
    List<String> layersA = layers(a);
    List<String> layersB = layers(b);
    for (int i = 0; i < Math.max(layersA.size(), layersB.size()); i++) {
      String number = say(TerminalCode.COMPARE_LAYER, "number", i + 1);
      add(lines, number, at(layersA, i), at(layersB, i));
    }
    if (lines.size() == 1) {
      lines.add(say(TerminalCode.COMPARE_SAME));
    }
    return lines;
  }

  private void add(List<String> lines, String name, String first, @Nullable String second) {
    String other = second == null ? NONE : second;
    if (!first.equals(other)) {
      lines.add(name);
      lines.addAll(Paragraph.wrap("  A: ", 5, Differences.of(first, other), room));
      lines.addAll(Paragraph.wrap("  B: ", 5, Differences.of(other, first), room));
    }
  }

  private static String at(List<String> list, int index) {
    return index < list.size() ? list.get(index) : NONE;
  }

  private static List<String> layers(ComparedResult result) {
    ModelSummary model = result.report().stages().model();
    return model == null ? List.of() : model.layers().stream().map(ComparisonText::layer).toList();
  }

  private static String layer(LayerLine layer) {
    return "%s %s, %s"
        .formatted(layer.type(), layer.outputShape(), Numbers.count(layer.parameters(), "weight"));
  }

  /** The validation losses of both side by side, at some epochs. */
  private List<String> curves() {
    List<EpochLine> first = history(a);
    List<EpochLine> second = history(b);
    int epochs = Math.max(first.size(), second.size());
    TextTable table =
        new TextTable(
            TextTable.Column.right(say(TerminalCode.COMPARE_EPOCH)),
            TextTable.Column.right(a.name()).cutTo(12),
            TextTable.Column.right(b.name()).cutTo(12));
    TreeSet<Integer> shown = new TreeSet<>();
    for (int i = 0; i < CURVE_ROWS && epochs > 0; i++) {
      shown.add((int) Math.round((epochs - 1) * (i / (CURVE_ROWS - 1.0))));
    }
    for (int i : shown) {
      table.add(String.valueOf(i + 1), loss(first, i), loss(second, i));
    }
    List<String> lines = new ArrayList<>(List.of("", say(TerminalCode.COMPARE_CURVES)));
    lines.addAll(table.linesOrParagraphs(room));
    return lines;
  }

  private static List<EpochLine> history(ComparedResult result) {
    Training training = result.report().stages().training();
    return training == null ? List.of() : training.history();
  }

  private static String loss(List<EpochLine> history, int index) {
    Double loss = index < history.size() ? history.get(index).values().get("val_loss") : null;
    return loss == null ? NONE : Numbers.decimal(loss, 4);
  }

  private String say(TerminalCode code, Object... pairs) {
    return texts.say(code, pairs);
  }
}
