package dev.assay.worker.hints;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Imports;
import dev.assay.worker.hints.source.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Names of Keras and Python that are others in Assay, or are not there: {@code keras-names.txt}
 * beside this class.
 */
final class KerasNames {
  private final Map<String, Map<String, String>> kinds = new HashMap<>();

  private KerasNames() {}

  /** Reads the table: a kind, a name and what is to be said of it a line, with tabs between. */
  static KerasNames load() {
    try (InputStream in =
        Objects.requireNonNull(KerasNames.class.getResourceAsStream("keras-names.txt"))) {
      KerasNames names = new KerasNames();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .forEach(cells -> names.of(cells[0]).put(cells[1], cells[2]));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a kind, by name. */
  Map<String, String> of(String kind) {
    return kinds.computeIfAbsent(kind, key -> new HashMap<>());
  }

  /** Keras's abbreviations, such as {@code mse}, and the whole names, in small letters alone. */
  Map<String, String> abbreviations() {
    return of("short");
  }

  /** A name in small letters alone, without abbreviations. */
  String whole(String name) {
    String plain = Library.plain(name);
    return abbreviations().getOrDefault(plain, plain);
  }

  /** Returns whether Python programs import a module by this name, alone or as a prefix. */
  boolean isModule(String name) {
    return of("module").containsKey(first(name));
  }

  private static String first(String name) {
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  /** What stands in the place of a Python module. */
  Optional<Sentence> module(String name) {
    return sentence("module", first(name), first(name));
  }

  /** What stands in the place of a name of a class, or of a word of Python's. */
  Optional<Sentence> name(String name, Library library) {
    String other = of("renamed").get(name);
    if (other != null) {
      return library.own(other).stream().findFirst().map(type -> renamed(name, type));
    }
    return sentence("absent", name, name).or(() -> sentence("word", name, name));
  }

  private static Sentence renamed(String name, TypeElement type) {
    return Sentence.of(
        HintCode.RENAMED,
        "name",
        name,
        "code",
        type.getSimpleName().toString(),
        "import",
        Imports.line(type));
  }

  /** What to write in place of a function that is called without an object. */
  Optional<Sentence> function(String name) {
    return sentence("function", name, name);
  }

  /** What to write in place of a method or constant of a class. */
  Optional<Sentence> member(String type, String name, boolean call) {
    return call ? sentence("member", type + "." + name, name) : Optional.empty();
  }

  /**
   * The sentence of a row: its code and, with tabs between, its arguments beside the name.
   *
   * @param name as it stands in the sentence
   */
  Optional<Sentence> sentence(String kind, String key, String name) {
    return Optional.ofNullable(of(kind).get(key))
        .map(
            row -> {
              String[] cells = row.split("\t");
              Map<String, Object> arguments = new HashMap<>(Map.of("name", name));
              Arrays.stream(cells)
                  .skip(1)
                  .map(cell -> cell.split("=", 2))
                  .forEach(pair -> arguments.put(pair[0], value(pair[1])));
              return new Sentence(HintCode.valueOf(cells[0]).name(), arguments);
            });
  }

  /** A text; choices have bars between them. */
  private static Object value(String text) {
    return text.contains("|") ? List.of(text.split("\\|")) : text;
  }
}
