package dev.assay.keras.layers;

import dev.assay.commons.text.Printable;
import java.util.Objects;

/** A layer that was given a name of its own; made by {@code name("...")}. */
public sealed interface Named permits NamedLayer, NamedMergeLayer {
  /** The longest name, in characters. */
  int LONGEST = 60;

  /** The name as it was given, unique within the model. */
  String name();

  /** Refuses names that could not be shown in one line. */
  static void check(String name) {
    Objects.requireNonNull(name, "name must not be null");
    boolean isPrintable = Printable.line(name).equals(name);
    if (name.isBlank() || name.length() > LONGEST || name.contains("/") || !isPrintable) {
      throw new IllegalArgumentException(
          "name must have 1 to 60 characters that can be printed, none of them a slash. Received: \"%s\""
              .formatted(Printable.line(name, LONGEST)));
    }
  }
}
