package dev.assay.cli.data;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FeatureSpec;
import dev.assay.datasets.catalogue.Target;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The details of a data set in the catalogue. */
final class DataDetails {
  private static final int NAMES = 15;
  private static final int NARROWEST = 60;

  private final DatasetEntry entry;
  private final Catalogue texts;
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  DataDetails(DatasetEntry entry, Catalogue texts, int columns) {
    this.entry = entry;
    this.texts = texts;
    this.columns = Math.max(NARROWEST, columns);
  }

  /**
   * The lines, wrapped between words, and an empty one after them.
   *
   * @param where whether it is here, and where
   */
  List<String> lines(String where) {
    lines.add(entry.key() + ": " + entry.title());
    add("HERE", where);
    add("SOURCE", entry.origin().source());
    add("LICENCE", entry.origin().licence());
    add("CITATION", entry.origin().citation());
    String stands = entry.origin().standsInFor();
    if (stands != null) {
      add("STANDS_IN", stands);
    }
    add("FEATURES", features());
    add("TARGET", target());
    add("SPLIT", entry.split().describe());
    add("FILES", Numbers.bytes(entry.fileSet().bytes()) + " in " + entry.fileSet().folder() + "/");
    entry.fileSet().files().forEach(this::add);
    lines.add("");
    return lines;
  }

  private String features() {
    FeatureSpec features = entry.features();
    String names =
        features.names().isEmpty() ? " a pixel" : ": " + String.join(", ", features.names());
    return "shape (%s), %s, %s to %s%s"
        .formatted(
            features.shape().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            features.type().name().toLowerCase(Locale.ROOT),
            number(features.low()),
            number(features.high()),
            names);
  }

  private String target() {
    Target target = entry.target();
    if (!target.isClassification()) {
      String scale = target.scale() == 1 ? "" : ", the file's number / " + number(target.scale());
      return "%s, a number in %s%s".formatted(target.name(), target.unit(), scale);
    }
    List<String> classes = target.classes();
    return String.format(
        Locale.ROOT,
        "%s, %d %s: %s",
        target.name(),
        classes.size(),
        target.multiLabel() ? "labels, any number of them" : "classes",
        IntStream.range(0, classes.size())
            .mapToObj(i -> classes.get(i).equals("" + i) ? "" + i : i + " " + classes.get(i))
            .collect(Collectors.joining(", ")));
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }

  private void add(DataFile file) {
    lines.add(String.format(Locale.ROOT, "    %s, %,d bytes", file.name(), file.bytes()));
    lines.add("      SHA-256  " + file.sha256());
    if (!file.unpackedSha256().equals(file.sha256())) {
      lines.add("      unpacked " + file.unpackedSha256());
    }
    file.mirrors().forEach(mirror -> lines.add("      from     " + mirror));
  }

  private void add(String label, String text) {
    String name = texts.say(TerminalCode.DATA_LABEL, "label", label) + ":";
    String start = "  " + DisplayWidth.left(name, NAMES);
    lines.addAll(Paragraph.wrap(start, 2 + NAMES, text, columns));
  }
}
