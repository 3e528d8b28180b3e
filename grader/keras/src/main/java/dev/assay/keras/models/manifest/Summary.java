package dev.assay.keras.models.manifest;

import dev.assay.commons.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table that Keras 3's {@code model.summary()} prints; the model's name only where it was given
 * one, and without the row of the input and the column "Connected to", which it adds for functional
 * models.
 */
public final class Summary {
  private static final int NAME = 31;
  private static final int SHAPE = 22;
  private static final int COUNT = 13;

  private Summary() {}

  /** Lines without trailing newline, 76 columns but for long names, in the words of Keras. */
  public static List<String> of(Manifest manifest) {
    return of(manifest, SummaryLabels.KERAS);
  }

  /** Lines without trailing newline, 76 columns but for long names. */
  public static List<String> of(Manifest manifest, SummaryLabels labels) {
    List<LayerSummary> layers = manifest.layers();
    int name = width(NAME, layers.stream().map(Summary::name));
    int shape = width(SHAPE, layers.stream().map(layer -> layer.output().show()));
    List<String> lines = new ArrayList<>();
    String title = manifest.compilation().name();
    if (title != null) {
      lines.add("%s: \"%s\"".formatted(labels.model(), title));
    }
    lines.add(rule("┏━┳┓", name, shape));
    lines.add(row("┃", pad(labels.layer(), name), pad(labels.shape(), shape), labels.count()));
    lines.add(rule("┡━╇┩", name, shape));
    for (LayerSummary layer : layers) {
      String output = pad(layer.output().show(), shape);
      lines.add(row("│", pad(name(layer), name), output, count(layer.parameters())));
      lines.add(rule("├─┼┤", name, shape));
    }
    lines.set(lines.size() - 1, rule("└─┴┘", name, shape));
    addTotals(manifest, labels, lines);
    return List.copyOf(lines);
  }

  private static String row(String border, String name, String shape, String parameters) {
    String number = " ".repeat(Math.max(0, COUNT - DisplayWidth.of(parameters))) + parameters;
    return String.join(" ", border, name, border, shape, border, number, border);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - DisplayWidth.of(text));
  }

  private static void addTotals(Manifest manifest, SummaryLabels labels, List<String> lines) {
    long all = manifest.parameters();
    long trainable = manifest.trainableParameters();
    lines.add(total(labels.total(), all));
    lines.add(total(labels.trainable(), trainable));
    lines.add(total(labels.others(), all - trainable));
  }

  private static String total(String label, long parameters) {
    return " %s: %s (%s)".formatted(label, count(parameters), bytes(parameters));
  }

  /**
   * A line between rows.
   *
   * @param signs its left end, what it is of, where it meets a column's border, its right end
   */
  private static String rule(String signs, int name, int shape) {
    String line = signs.substring(1, 2);
    return Stream.of(name, shape, COUNT)
        .map(width -> line.repeat(width + 2))
        .collect(
            Collectors.joining(
                signs.substring(2, 3), signs.substring(0, 1), signs.substring(3, 4)));
  }

  private static String name(LayerSummary layer) {
    return layer.name() + " (" + layer.type() + ")";
  }

  /** Returns the width of the longest text, so that columns are aligned. */
  private static int width(int least, Stream<String> texts) {
    return Math.max(least, texts.mapToInt(DisplayWidth::of).max().orElse(0));
  }

  private static String count(long parameters) {
    return String.format(Locale.ROOT, "%,d", parameters);
  }

  /** Four bytes a parameter, in Keras's units of 1,024. */
  private static String bytes(long parameters) {
    double size = parameters * 4.0;
    String[] units = {"B", "KB", "MB", "GB"};
    int unit = 0;
    while (size >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", size, units[unit]);
  }
}
