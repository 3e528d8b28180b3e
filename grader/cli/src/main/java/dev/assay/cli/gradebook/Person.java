package dev.assay.cli.gradebook;

import org.jspecify.annotations.Nullable;

/** Who gives points or scores again. */
final class Person {
  private Person() {}

  /** The name that was given, or else that of the user of this computer. */
  static String named(@Nullable String given) {
    return given == null || given.isBlank() ? System.getProperty("user.name") : given;
  }
}
