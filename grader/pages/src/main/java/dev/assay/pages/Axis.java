package dev.assay.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The range of an axis of a plot, with round numbers to label it.
 *
 * @param low its least value
 * @param high its largest value, above {@code low}
 * @param logarithmic whether equal lengths are equal factors; then both ends are positive
 */
public record Axis(double low, double high, boolean logarithmic) {
  private static final int TICKS = 4;
  private static final double MARGIN = 0.04;

  /** Values that differ by more than this factor are shown by their logarithms. */
  private static final double WIDE = 100;

  /** The share of the values at each end that may lie beyond an axis, if they are far away. */
  private static final double FEW = 0.06;

  /** Checks the ends. */
  public Axis {
    if (!(low < high) || (logarithmic && low <= 0)) {
      throw new IllegalArgumentException(
          "an axis must go from low to high. Received: %s, %s, %s"
              .formatted(low, high, logarithmic));
    }
  }

  /** An axis on which all finite values have room; from 0 to 1 where there are none. */
  public static Axis around(Collection<Double> values) {
    List<Double> sorted = sorted(values);
    if (sorted.isEmpty()) {
      return new Axis(0, 1, false);
    }
    return spread(sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /**
   * An axis for curves: logarithmic where positive values differ by large factors; where others do,
   * a few at the ends lie beyond it, so that the shape of the rest can be seen.
   */
  public static Axis ofCurves(Collection<Double> values) {
    List<Double> sorted = sorted(values);
    if (sorted.isEmpty()) {
      return new Axis(0, 1, false);
    }
    double least = sorted.get(0);
    double most = sorted.get(sorted.size() - 1);
    if (least > 0 && most / least > WIDE) {
      return new Axis(least / 1.2, most * 1.2, true);
    }
    int few = (int) (FEW * sorted.size());
    double low = sorted.get(few);
    double high = sorted.get(sorted.size() - 1 - few);
    boolean far = high > low && (most - least) / (high - low) > WIDE / 10;
    return far ? spread(low, high) : spread(least, most);
  }

  private static List<Double> sorted(Collection<Double> values) {
    return values.stream().filter(value -> Double.isFinite(value)).sorted().toList();
  }

  private static Axis spread(double least, double most) {
    double span = most - least;
    double margin = span > 0 ? MARGIN * span : Math.max(Math.abs(most) / 2, 1e-6);
    return new Axis(least - margin, most + margin, false);
  }

  /** Returns where a value lies, from 0 to 1; beyond the ends, the end. */
  public double place(double value) {
    double share =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.max(0, Math.min(1, share));
  }

  /** Returns round numbers on the axis, in ascending order. */
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      for (int power = (int) Math.ceil(Math.log10(low)); Math.pow(10, power) <= high; power++) {
        ticks.add(Math.pow(10, power));
      }
      return ticks;
    }
    double rough = (high - low) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double factor = rough / power;
    double step = power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10);
    for (double k = Math.ceil(low / step); k * step <= high; k++) {
      ticks.add(k * step + 0.0);
    }
    return ticks;
  }
}
