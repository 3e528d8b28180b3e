package dev.assay.findings.pages;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * The validation losses of a program with a mistake and of the same without it, by epochs.
 *
 * @param before with the mistake; not a finite number where the loss was none
 * @param after without it
 */
public record Curves(List<Double> before, List<Double> after) {
  /** How far above the fixed program's largest loss the plots reach at most. */
  private static final double HIGHEST = 10;

  /** Copies the components. */
  public Curves {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Returns the plot of the mistaken program. */
  public List<String> plotBefore(int columns) {
    return plot(before, columns);
  }

  /** Returns the plot of the fixed program, on the same axis. */
  public List<String> plotAfter(int columns) {
    return plot(after, columns);
  }

  /** One axis for both, so that their heights can be compared. */
  private List<String> plot(List<Double> losses, int columns) {
    DoubleSummaryStatistics all = finite(Stream.concat(before.stream(), after.stream()));
    double most = HIGHEST * finite(after.stream()).getMax();
    double low = Math.min(0, all.getMin());
    return new CurvePlot(low, Math.min(all.getMax(), most), columns).lines(losses);
  }

  private static DoubleSummaryStatistics finite(Stream<Double> losses) {
    return losses.mapToDouble(Double::doubleValue).filter(Double::isFinite).summaryStatistics();
  }
}
