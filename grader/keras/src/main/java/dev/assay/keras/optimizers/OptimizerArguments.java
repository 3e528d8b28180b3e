package dev.assay.keras.optimizers;

/** Checks of arguments. */
final class OptimizerArguments {
  private OptimizerArguments() {}

  /** A share in [0, 1), or an error that says why not. */
  static void decay(String optimizer, String argument, double value) {
    if (!(value >= 0 && value < 1)) {
      throw bad(optimizer, argument, "in [0, 1)", value);
    }
  }

  static void positive(String optimizer, String argument, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw bad(optimizer, argument, "positive", value);
    }
  }

  static void notNegative(String optimizer, String argument, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw bad(optimizer, argument, "at least 0", value);
    }
  }

  static IllegalArgumentException bad(
      String optimizer, String argument, String rule, double received) {
    return new IllegalArgumentException(
        "%s: %s must be %s. Received: %s".formatted(optimizer, argument, rule, show(received)));
  }

  /** Returns the number as it was written; a float32 shows other digits in double precision. */
  private static String show(double value) {
    float single = (float) value;
    return single == value ? Float.toString(single) : Double.toString(value);
  }
}
