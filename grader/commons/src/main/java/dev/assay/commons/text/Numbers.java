package dev.assay.commons.text;

import java.util.Locale;

/** Numbers, quantities and times for people, the same in every locale. */
public final class Numbers {
  /** The least number shown by its first digits and a power of ten. */
  private static final double LARGE = 1e6;

  private Numbers() {}

  /**
   * Formats a number with this many digits after the point, or in short form beyond a million:
   * {@code 0.9850}, {@code -1.23e+36}; {@code not a number} for NaN and infinities.
   */
  public static String decimal(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    return String.format(Locale.ROOT, isLarge(value) ? "%.2e" : "%." + digits + "f", value);
  }

  /** Tells whether a number is shown by its first digits and a power of ten. */
  public static boolean isLarge(double value) {
    return Math.abs(value) >= LARGE;
  }

  /** {@code 1 layer}, {@code 2 layers}, {@code 1,000 layers}. */
  public static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  /** Decimal units: {@code 145 bytes}, {@code 28.9 kB}, {@code 9.9 MB}. */
  public static String bytes(long count) {
    if (count < 1_000) {
      return count + " bytes";
    }
    return count < 999_950
        ? String.format(Locale.ROOT, "%.1f kB", count / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
  }

  /** {@code 1,143 FLOPs}, from a million on {@code 11.2 MFLOPs}. */
  public static String flops(long number) {
    return number < 1_000_000
        ? String.format(Locale.ROOT, "%,d FLOPs", number)
        : String.format(Locale.ROOT, "%,.1f MFLOPs", number / 1e6);
  }

  /**
   * A time in the two largest of its units: {@code 4.2 s}, {@code 1 min 32 s}, {@code 2 h 5 min}.
   *
   * @param seconds at least 0
   */
  public static String time(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60);
    }
    long minutes = Math.round(seconds / 60);
    return String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
  }
}
