package dev.assay.training.progress;

import java.util.Locale;
import java.util.Map;

/** The words and numbers of Keras's progress lines ({@code keras.utils.Progbar}). */
final class EpochText {
  private static final int BAR = 20;

  private EpochText() {}

  /** The line of a finished epoch: {@code 32/32 - 1s - 20ms/step - loss: 0.3391}. */
  static String line(int steps, double seconds, Map<String, Double> values) {
    return String.format(
        Locale.ROOT,
        "%d/%d - %s - %s/step%s",
        steps,
        steps,
        whole(seconds),
        perStep(seconds, steps),
        values(values));
  }

  /** Returns the line with a full bar. */
  static String barLine(int steps, double seconds, Map<String, Double> values) {
    return "%s %s %s/step%s"
        .formatted(bar(steps, steps), whole(seconds), perStep(seconds, steps), values(values));
  }

  /** An epoch that still runs: the time is what is left of it. */
  static String running(int step, int steps, double seconds, Map<String, Double> values) {
    double left = seconds / step * (steps - step);
    return "%s %s %s/step%s"
        .formatted(bar(step, steps), whole(left), perStep(seconds, step), values(values));
  }

  private static String bar(int step, int steps) {
    String all = Integer.toString(steps);
    String reached = Integer.toString(step);
    int done = (int) ((long) BAR * step / steps);
    String head = done < BAR ? ">" : "";
    return " ".repeat(all.length() - reached.length())
        + reached
        + "/"
        + all
        + " ["
        + "=".repeat(done)
        + head
        + ".".repeat(BAR - done - head.length())
        + "]";
  }

  private static String whole(double seconds) {
    return String.format(Locale.ROOT, "%.0fs", seconds);
  }

  private static String perStep(double seconds, int steps) {
    double each = seconds / steps;
    if (each >= 1 || each == 0) {
      return whole(each);
    }
    return each >= 1e-3
        ? String.format(Locale.ROOT, "%.0fms", each * 1e3)
        : String.format(Locale.ROOT, "%.0fus", each * 1e6);
  }

  private static String values(Map<String, Double> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(" - ").append(key).append(": ").append(show(value)));
    return text.toString();
  }

  /** Formats a value as Keras does: small ones with an exponent. */
  private static String show(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    return String.format(Locale.ROOT, Math.abs(value) > 1e-3 ? "%.4f" : "%.4e", value);
  }
}
