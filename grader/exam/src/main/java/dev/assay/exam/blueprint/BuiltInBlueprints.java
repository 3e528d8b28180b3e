package dev.assay.exam.blueprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The blueprints that ship with Assay. */
public final class BuiltInBlueprints {
  /** The exam that the courses prepared for: four problems in five hours. */
  public static final String COURSE = "course";

  /** All names, the usual one first. */
  public static final List<String> NAMES = List.of(COURSE, "quick");

  private BuiltInBlueprints() {}

  /** Returns the JSON of a blueprint; empty where none has the name. */
  public static Optional<String> json(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = BuiltInBlueprints.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no resource for the blueprint " + name);
      }
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
