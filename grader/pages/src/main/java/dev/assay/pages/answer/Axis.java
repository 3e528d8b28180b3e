package dev.assay.pages.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The range of an axis of a plot, with round numbers to label it.
 *
 * @param low its least value
 * @param high its largest value, above {@code low}
 */
public record Axis(double low, double high) {
  private static final int TICKS = 4;
  private static final double MARGIN = 0.04;

  /** An axis on which all finite values have room; from 0 to 1 where there are none. */
  public static Axis around(Collection<Double> values) {
    DoubleSummaryStatistics finite =
        values.stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (finite.getCount() == 0) {
      return new Axis(0, 1);
    }
    double span = finite.getMax() - finite.getMin();
    double margin = span > 0 ? MARGIN * span : Math.max(Math.abs(finite.getMax()) / 2, 1e-6);
    return new Axis(finite.getMin() - margin, finite.getMax() + margin);
  }

  /** Returns where a value lies, from 0 to 1; beyond the ends, the end. */
  public double place(double value) {
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  /** Returns round numbers on the axis, in ascending order. */
  public List<Double> ticks() {
    double rough = (high - low) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double factor = rough / power;
    double step = power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(low / step); k * step <= high; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }
}
