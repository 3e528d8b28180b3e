package dev.assay.findings.pages;

import dev.assay.findings.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What is on the pages in every language: programs, curves and sources. */
final class PageData {
  private static final String FILE = "pages.properties";

  private final Properties parts;

  private PageData(Properties parts) {
    this.parts = parts;
  }

  /** Reads the file beside the catalogue's texts. */
  static PageData load() {
    Properties parts = new Properties();
    try (InputStream in =
        Objects.requireNonNull(FindingCode.class.getResourceAsStream(FILE), FILE)) {
      parts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PageData(parts);
  }

  /** The names of all parts. */
  List<String> keys() {
    return parts.stringPropertyNames().stream().sorted().toList();
  }

  @Nullable ExampleProgram program(FindingCode code) {
    String problem = parts.getProperty(code + ".example.problem");
    return problem == null
        ? null
        : new ExampleProgram(problem, text(code + ".example.code"), text(code + ".example.fixed"));
  }

  @Nullable Curves curves(FindingCode code) {
    return parts.containsKey(code + ".after")
        ? new Curves(
            parts.getProperty(code + ".curve", "val_loss"),
            numbers(code + ".before"),
            numbers(code + ".after"),
            numbers(code + ".graded").stream().map(Double::intValue).toList())
        : null;
  }

  List<String> sources(FindingCode code) {
    String names = parts.getProperty(code + ".source", "");
    return Arrays.stream(names.split(",\\s*"))
        .filter(name -> !name.isEmpty())
        .map(name -> text("reference." + name))
        .toList();
  }

  private List<Double> numbers(String key) {
    return Arrays.stream(parts.getProperty(key, "").split("\\s+"))
        .filter(number -> !number.isEmpty())
        .map(Double::valueOf)
        .toList();
  }

  /** The text of a part. */
  String text(String key) {
    return Objects.requireNonNull(parts.getProperty(key), key);
  }
}
