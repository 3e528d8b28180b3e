package dev.assay.report.checks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The argument checks that the result's records share. */
public final class Components {

  private Components() {}

  /** Requires a text that is not blank. */
  public static String text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "%s must not be blank. Received: %s".formatted(name, value == null ? "null" : "blank"));
    }
    return value;
  }

  /** Requires a text that is not blank, where there is one. */
  public static @Nullable String textOrNull(String name, @Nullable String value) {
    return value == null ? null : text(name, value);
  }

  /** Requires a value. */
  public static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return value;
  }

  /** Requires a whole number of at least a minimum. */
  public static long atLeast(String name, long minimum, long value) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be at least %d. Received: %d", name, minimum, value));
    }
    return value;
  }

  /** Requires a time in seconds: finite, at least 0. */
  public static double seconds(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be a time of at least 0 seconds. Received: %s".formatted(name, value));
    }
    return value;
  }

  /** Requires a share in [0, 1]. */
  public static double fraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s must be in [0, 1]. Received: %s".formatted(name, value));
    }
    return value;
  }

  /** Requires a finite number. */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s must be finite. Received: %s".formatted(name, value));
    }
    return value;
  }

  /** An unmodifiable copy without nulls. */
  public static <T> List<T> list(String name, @Nullable List<T> values) {
    present(name, values).forEach(value -> present(name + "'s element", value));
    return List.copyOf(present(name, values));
  }

  /** An unmodifiable copy in the given order; keys are not blank, values are not null. */
  public static <V> Map<String, V> ordered(String name, @Nullable Map<String, V> values) {
    Map<String, V> copy = new LinkedHashMap<>();
    present(name, values)
        .forEach(
            (key, value) -> copy.put(text(name + "'s key", key), present(name + "." + key, value)));
    return Collections.unmodifiableMap(copy);
  }
}
