package dev.assay.keras.schedules;

/** Checks of arguments. */
final class ScheduleArguments {
  private ScheduleArguments() {}

  static void positive(String schedule, String argument, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw bad(schedule, argument, "positive and finite", value);
    }
  }

  static void notNegative(String schedule, String argument, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw bad(schedule, argument, "at least 0 and finite", value);
    }
  }

  static IllegalArgumentException bad(
      String schedule, String argument, String rule, Object received) {
    return new IllegalArgumentException(
        "%s: %s must be %s. Received: %s".formatted(schedule, argument, rule, received));
  }
}
