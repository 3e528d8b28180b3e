package dev.assay.cli.bank;

import dev.assay.findings.FindingCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file of what the pages of findings show in every language.
 *
 * <p>Sources and the choice of an answer of the bank are written by hand; programs and curves are
 * generated. The file is always written in one order, so that a change is a small difference.
 */
final class PagesFile {
  private static final Path FILE =
      Path.of("../findings/src/main/resources/dev/assay/findings/pages.properties");

  private static final String HEADER =
      """
      # What the pages of findings show in every language. By hand: a publication (reference.NAME), the names of those
      # that describe a finding (CODE.source), and the answer of the bank (CODE.example.bank) that is its example.
      # CODE.curve says what its learning curves show, where that is not the validation loss: val_accuracy where the fix
      # changes the loss, members for the losses of an ensemble's members, one training after the other.
      # Generated: the example's problem and code with the mistake and without it by PageProgramsTest, its learning
      # curves before the fix and after it by PageCurvesTest, each with -Dtest.argLine=-Dassay.goldens=write.
      """;

  private static final List<String> PARTS =
      List.of(
          "example.bank",
          "example.problem",
          "example.code",
          "example.fixed",
          "curve",
          "before",
          "after",
          "graded",
          "source");

  private final Map<String, String> parts = new TreeMap<>();

  static PagesFile read() throws IOException {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(FILE)) {
      read.load(in);
    }
    PagesFile file = new PagesFile();
    read.stringPropertyNames().forEach(key -> file.parts.put(key, read.getProperty(key)));
    return file;
  }

  /** The name of the answer of the bank that is a code's example; empty where there is none. */
  String bank(FindingCode code) {
    return parts.getOrDefault(code + ".example.bank", "");
  }

  /** The key of a training's history that a code's learning curves show. */
  String curve(FindingCode code) {
    String quantity = parts.getOrDefault(code + ".curve", "val_loss");
    return quantity.equals("members") ? "val_loss" : quantity;
  }

  void put(FindingCode code, String part, String text) {
    parts.put(code + "." + part, text);
  }

  void remove(FindingCode code, String part) {
    parts.remove(code + "." + part);
  }

  void write() throws IOException {
    Files.writeString(FILE, text());
  }

  static String written() throws IOException {
    return Files.readString(FILE).replace("\r\n", "\n");
  }

  /** The whole file; what has no place in it would be lost. */
  String text() {
    List<String> keys = new ArrayList<>();
    parts.keySet().stream().filter(key -> key.startsWith("reference.")).forEach(keys::add);
    StringBuilder text = new StringBuilder(HEADER).append("\n");
    keys.forEach(key -> text.append(line(key)));
    for (FindingCode code : FindingCode.values()) {
      List<String> own =
          PARTS.stream().map(part -> code + "." + part).filter(parts::containsKey).toList();
      text.append(own.isEmpty() ? "" : "\n");
      own.forEach(key -> text.append(line(key)));
      keys.addAll(own);
    }
    if (!parts.keySet().equals(new TreeSet<>(keys))) {
      throw new IllegalStateException(
          "some keys are of no code, or of no part of a page: " + parts.keySet());
    }
    return text.toString();
  }

  private String line(String key) {
    String escaped = Objects.requireNonNull(parts.get(key)).replace("\\", "\\\\").stripTrailing();
    String value = escaped.replaceAll("\n( *)", "\\\\n\\\\\n  $1");
    return key + " =" + (value.contains("\n") ? " \\\n  " : " ") + keepIndent(value) + "\n";
  }

  /** A continued line loses the blanks that it begins with, but for those after an escape. */
  private static String keepIndent(String value) {
    return value.replaceAll("(?m)^  ( +)(?=\\S)", "  \\\\$1");
  }
}
