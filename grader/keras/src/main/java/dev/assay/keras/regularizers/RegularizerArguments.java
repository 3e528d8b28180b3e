package dev.assay.keras.regularizers;

/** Checks of regularizers' arguments. */
final class RegularizerArguments {
  private RegularizerArguments() {}

  static void factor(String regularizer, String argument, float value) {
    if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s must be at least 0. Received: %s".formatted(regularizer, argument, value));
    }
  }
}
