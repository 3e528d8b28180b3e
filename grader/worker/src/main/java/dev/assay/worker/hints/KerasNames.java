package dev.assay.worker.hints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Names of Keras and Python that are others in Assay, or are not there: {@code keras-names.txt}
 * beside this class.
 */
final class KerasNames {
  private static final String SEE =
      " See grader/keras/docs/KERAS.md for Keras's names beside Assay's.";

  private final Map<String, Map<String, String>> kinds = new HashMap<>();

  private KerasNames() {}

  /** Reads the table: a kind, a name and its text a line, with tabs between. */
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

  /** Returns what replaces a Python module. */
  Optional<String> module(String name) {
    return Optional.ofNullable(of("module").get(first(name)));
  }

  /** Returns what replaces the name of a class, or a Python keyword. */
  Optional<String> name(String name, Library library) {
    String other = of("renamed").get(name);
    if (other != null) {
      return library.own(other).stream()
          .findFirst()
          .map(
              type ->
                  "%s is called %s here: %s"
                      .formatted(name, type.getSimpleName(), Imports.line(type)));
    }
    String absent = of("absent").get(name);
    return absent == null
        ? Optional.ofNullable(of("word").get(name))
        : Optional.of(
            "Assay has no %s%s.".formatted(name, absent.isEmpty() ? "" : ": " + absent) + SEE);
  }

  /** Returns what to write in place of a function that is called without an object. */
  Optional<String> function(String name) {
    return Optional.ofNullable(of("function").get(name));
  }

  /** Returns what to write in place of a method or constant of a class. */
  Optional<String> member(String type, String name, boolean call) {
    return call ? Optional.ofNullable(of("member").get(type + "." + name)) : Optional.empty();
  }
}
