package dev.assay.keras.initializers;

/** Checks of initializers' arguments, with messages that name what came. */
final class InitializerArguments {
  private InitializerArguments() {}

  static void finite(String initializer, String argument, float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s: %s must be finite. Received: %s=%s"
              .formatted(initializer, argument, argument, value));
    }
  }

  static void deviation(String initializer, float stddev) {
    if (!(stddev >= 0 && stddev < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: stddev must be at least 0. Received: stddev=%s".formatted(initializer, stddev));
    }
  }
}
