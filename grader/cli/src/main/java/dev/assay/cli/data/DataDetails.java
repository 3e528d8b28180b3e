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

  /** The columns of the label before a detail of a file, and of the blank after it. */
  private static final int DETAIL = 9;

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
    lines.add(entry.key() + ": " + DataNames.title(entry, texts));
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
    add("SPLIT", entry.split().sentence().text(texts));
    add(
        "FILES",
        texts.say(
            TerminalCode.DATA_FILES,
            "size",
            Numbers.bytes(entry.fileSet().bytes()),
            "folder",
            entry.fileSet().folder()));
    entry.fileSet().files().forEach(this::add);
    lines.add("");
    return lines;
  }

  private String features() {
    FeatureSpec features = entry.features();
    return texts.say(
        TerminalCode.DATA_SHAPE,
        "shape",
        features.shape().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        "type",
        features.type().name().toLowerCase(Locale.ROOT),
        "low",
        number(features.low()),
        "high",
        number(features.high()),
        "names",
        String.join(", ", features.names()));
  }

  private String target() {
    Target target = entry.target();
    if (!target.isClassification()) {
      return texts.say(
          TerminalCode.DATA_NUMBER,
          "name",
          target.name(),
          "unit",
          DataNames.unit(target, texts),
          "scaled",
          target.scale() != 1,
          "scale",
          number(target.scale()));
    }
    List<String> classes = target.classes();
    String names =
        IntStream.range(0, classes.size())
            .mapToObj(i -> classes.get(i).equals("" + i) ? "" + i : i + " " + classes.get(i))
            .collect(Collectors.joining(", "));
    return texts.say(
        TerminalCode.DATA_CLASSES,
        "name",
        target.name(),
        "count",
        classes.size(),
        "several",
        target.multiLabel(),
        "classes",
        names);
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }

  private void add(DataFile file) {
    lines.add(
        "    " + texts.say(TerminalCode.DATA_FILE, "file", file.name(), "bytes", file.bytes()));
    lines.add(detail("SHA-256", file.sha256()));
    if (!file.unpackedSha256().equals(file.sha256())) {
      lines.add(detail(label("UNPACKED"), file.unpackedSha256()));
    }
    file.mirrors().forEach(mirror -> lines.add(detail(label("FROM"), mirror.toString())));
  }

  private String label(String label) {
    return texts.say(TerminalCode.DATA_FILE_LABEL, "label", label);
  }

  private static String detail(String label, String text) {
    return "      " + DisplayWidth.left(label, DETAIL) + text;
  }

  private void add(String label, String text) {
    String name = texts.say(TerminalCode.DATA_LABEL, "label", label) + ":";
    String start = "  " + DisplayWidth.left(name, NAMES);
    lines.addAll(Paragraph.wrap(start, 2 + NAMES, text, columns));
  }
}
