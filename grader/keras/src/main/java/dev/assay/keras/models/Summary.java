package dev.assay.keras.models;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table that Keras's {@code model.summary()} prints. */
public final class Summary {
  private static final int NAME = 30;
  private static final int SHAPE = 24;

  private Summary() {}

  /** Lines without trailing newline, at most 80 columns but for long names. */
  public static List<String> of(Manifest manifest) {
    List<LayerSummary> layers = manifest.layers();
    int name = width(NAME, layers.stream().map(Summary::name));
    int shape = width(SHAPE, layers.stream().map(layer -> layer.output().show()));
    String line = "%-" + name + "s %-" + shape + "s %14s";
    String rule = "─".repeat(name + shape + 16);
    List<String> rows =
        layers.stream()
            .map(
                layer ->
                    line.formatted(name(layer), layer.output().show(), count(layer.parameters())))
            .toList();
    long all = manifest.parameters();
    long trainable = manifest.trainableParameters();
    return Stream.of(
            List.of(line.formatted("Layer (type)", "Output Shape", "Param #"), rule),
            rows,
            List.of(
                rule,
                "Total params: %s (%s)".formatted(count(all), bytes(all)),
                "Trainable params: %s (%s)".formatted(count(trainable), bytes(trainable)),
                "Non-trainable params: %s (%s)"
                    .formatted(count(all - trainable), bytes(all - trainable))))
        .flatMap(List::stream)
        .toList();
  }

  private static String name(LayerSummary layer) {
    return layer.name() + " (" + layer.type() + ")";
  }

  /** That of the longest text, so that the columns stay columns. */
  private static int width(int least, Stream<String> texts) {
    return Math.max(least, texts.mapToInt(String::length).max().orElse(0));
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
