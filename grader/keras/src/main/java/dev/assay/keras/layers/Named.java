package dev.assay.keras.layers;

import java.util.Objects;

/** A layer that was given a name of its own; made by {@code name("...")}. */
public sealed interface Named permits NamedLayer, NamedMergeLayer {
  /** The longest name, in characters. */
  int LONGEST = 60;

  /** What makes one emoji of several, and is needed in some scripts. */
  int ZERO_WIDTH_JOINER = 0x200d;

  /** The name as it was given, unique within the model. */
  String name();

  /** Refuses names that could not be shown in one line. */
  static void check(String name) {
    Objects.requireNonNull(name, "name must not be null");
    boolean shown = name.codePoints().noneMatch(Named::isUnprintable);
    if (name.isBlank() || name.length() > LONGEST || name.contains("/") || !shown) {
      throw new IllegalArgumentException(
          "name must have 1 to 60 characters that can be printed, none of them a slash. Received: \"%s\""
              .formatted(printable(name)));
    }
  }

  private static String printable(String name) {
    return name.codePoints()
        .limit(LONGEST)
        .map(point -> isUnprintable(point) ? '?' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isUnprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> point != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
