package dev.assay.cli.results;

import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import dev.assay.report.text.ImageBlocks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The worst validation examples of a result as text.
 *
 * @param title of the result
 * @param examples the validation set's, with what is predicted
 * @param room the width of a line
 */
record MistakesText(String title, ValidationExamples examples, Catalogue texts, int room) {
  private static final int SHOWN = 12;
  private static final int BYTE = 0xff;

  /**
   * The lines.
   *
   * @param plain whether only ASCII may be used
   */
  List<String> lines(boolean plain) {
    boolean numbers = examples.wrong() == null;
    List<String> lines =
        new ArrayList<>(
            Paragraph.wrap(
                "",
                2,
                say(
                    TerminalCode.MISTAKES_HEADING,
                    "title",
                    title,
                    "numbers",
                    numbers,
                    "wrong",
                    numbers ? 0 : Objects.requireNonNull(examples.wrong()),
                    "examples",
                    examples.examples()),
                room));
    lines.add("");
    if (numbers) {
      lines.addAll(values().linesOrParagraphs(room));
      return lines;
    }
    List<Mistake> shown = examples.mistakes().stream().limit(SHOWN).toList();
    boolean images = !shown.isEmpty() && shown.stream().allMatch(each -> each.image() != null);
    if (images) {
      lines.addAll(
          ImageBlocks.sideBySide(
              shown.stream().map(each -> blocks(Objects.requireNonNull(each.image()))).toList(),
              shown.stream().map(this::wrong).toList(),
              room,
              plain));
    } else {
      shown.forEach(each -> lines.addAll(Paragraph.wrap("", 2, row(each), room)));
    }
    return lines;
  }

  private static ImageBlocks blocks(ExampleImage image) {
    byte[] bytes = image.bytes();
    int[] grey =
        IntStream.range(0, image.width() * image.height())
            .map(
                pixel ->
                    IntStream.range(0, image.channels())
                            .map(channel -> bytes[pixel * image.channels() + channel] & BYTE)
                            .sum()
                        / image.channels())
            .toArray();
    return new ImageBlocks(grey, image.height(), image.width());
  }

  /** The true class and the predicted one, as {@code 7 -> 1 (0.93)}. */
  private String wrong(Mistake mistake) {
    String classes = mistake.actual() + " -> " + mistake.predicted();
    return Double.isNaN(mistake.probability())
        ? classes
        : classes + " (" + Numbers.decimal(mistake.probability(), 2) + ")";
  }

  private String row(Mistake mistake) {
    List<String> features = new ArrayList<>();
    for (Map.Entry<String, Double> each : mistake.features().entrySet()) {
      features.add(each.getKey() + " " + Numbers.decimal(each.getValue(), 4));
    }
    return features.isEmpty()
        ? wrong(mistake)
        : wrong(mistake) + ": " + String.join(", ", features);
  }

  /** The numbers that are predicted worst. */
  private TextTable values() {
    TextTable table =
        new TextTable(
            TextTable.Column.right(head("ACTUAL")),
            TextTable.Column.right(head("PREDICTED")),
            TextTable.Column.right(head("ERROR")));
    examples.values().stream()
        .sorted(Comparator.comparingDouble(MistakesText::error).reversed())
        .limit(SHOWN)
        .forEach(
            pair ->
                table.add(
                    Numbers.decimal(pair.actual(), 4),
                    Numbers.decimal(pair.predicted(), 4),
                    Numbers.decimal(pair.predicted() - pair.actual(), 4)));
    return table;
  }

  private static double error(ValuePair pair) {
    return Math.abs(pair.predicted() - pair.actual());
  }

  private String head(String column) {
    return say(TerminalCode.MISTAKES_HEADER, "column", column);
  }

  private String say(TerminalCode code, Object... pairs) {
    return texts.say(code, pairs);
  }
}
