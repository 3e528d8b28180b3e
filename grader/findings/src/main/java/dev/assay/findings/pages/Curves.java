package dev.assay.findings.pages;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the training of a program with a mistake showed by epochs, and that of the same without it.
 *
 * @param quantity what is drawn: {@code val_loss}, {@code val_accuracy}, or {@code members} for the
 *     validation losses of an ensemble's members, one training after the other
 * @param before with the mistake, not a finite number where the loss was none; empty where such a
 *     program is refused before training
 * @param after without it
 * @param graded the epochs whose weights are graded, before and after, from 1; empty where the fix
 *     does more than to choose another epoch
 */
public record Curves(
    String quantity, List<Double> before, List<Double> after, List<Integer> graded) {
  /** How far above the fixed program's largest loss the plots reach at most. */
  private static final double HIGHEST = 10;

  /** Copies the components. */
  public Curves {
    before = List.copyOf(before);
    after = List.copyOf(after);
    graded = List.copyOf(graded);
  }

  /** Returns the plot of the mistaken program. */
  public List<String> plotBefore(int columns) {
    return plot(before, columns, 0);
  }

  /** Returns the plot of the fixed program, on the same axis. */
  public List<String> plotAfter(int columns) {
    return plot(after, columns, 1);
  }

  /** One axis for both, so that their heights can be compared. */
  private List<String> plot(List<Double> values, int columns, int place) {
    DoubleSummaryStatistics all = finite(Stream.concat(before.stream(), after.stream()));
    double most = HIGHEST * finite(after.stream()).getMax();
    double low = Math.min(0, all.getMin());
    CurvePlot plot = new CurvePlot(low, Math.min(all.getMax(), most), columns);
    return graded.isEmpty() ? plot.lines(values) : plot.lines(values, graded.get(place));
  }

  private static DoubleSummaryStatistics finite(Stream<Double> values) {
    return values.mapToDouble(Double::doubleValue).filter(Double::isFinite).summaryStatistics();
  }
}
