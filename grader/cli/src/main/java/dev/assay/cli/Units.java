package dev.assay.cli;

import java.util.Locale;

/** Quantities as people read them, the same in every locale. */
final class Units {
  private Units() {}

  /** {@code 1 layer}, {@code 2 layers}, {@code 1,000 layers}. */
  static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  /** Decimal units: {@code 145 bytes}, {@code 28.9 kB}, {@code 9.9 MB}. */
  static String bytes(long count) {
    if (count < 1_000) {
      return count + " bytes";
    }
    return count < 999_950
        ? String.format(Locale.ROOT, "%.1f kB", count / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
  }

  /** {@code 1,143 FLOPs}, from a million on {@code 11.2 MFLOPs}. */
  static String flops(long number) {
    return number < 1_000_000
        ? String.format(Locale.ROOT, "%,d FLOPs", number)
        : String.format(Locale.ROOT, "%,.1f MFLOPs", number / 1e6);
  }

  /** {@code 4.2s}, from a minute on {@code 1:32}. */
  static String seconds(double seconds) {
    return seconds < 59.95
        ? String.format(Locale.ROOT, "%.1fs", seconds)
        : String.format(Locale.ROOT, "%d:%02d", Math.round(seconds) / 60, Math.round(seconds) % 60);
  }

  /** {@code [====....]}, filled to a share in [0, 1]. */
  static String bar(double share, int width) {
    int filled = (int) Math.round(Math.min(1, Math.max(0, share)) * width);
    return "[" + "=".repeat(filled) + ".".repeat(width - filled) + "]";
  }
}
