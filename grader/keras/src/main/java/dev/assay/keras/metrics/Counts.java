package dev.assay.keras.metrics;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The number of times a class was predicted, was the label, and both.
 *
 * @param hits examples of the class that were predicted as such (true positives)
 * @param predicted examples that were predicted as the class
 * @param actual examples of the class
 */
record Counts(double hits, double predicted, double actual) {
  /** Refuses a threshold of scores outside [0, 1], naming the metric. */
  static void checkThreshold(String metric, float threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "%s: threshold must be in [0, 1]. Received: %s".formatted(metric, threshold));
    }
  }

  static int width(int outputs) {
    return 3 * outputs;
  }

  /**
   * The counts of each output.
   *
   * @param predicted 0 or 1 for each output
   */
  static Operand<TFloat32> sums(MetricBatch batch, Operand<TFloat32> predicted) {
    return sums(batch, predicted, batch.target());
  }

  private static Operand<TFloat32> sums(
      MetricBatch batch, Operand<TFloat32> predicted, Operand<TFloat32> actual) {
    Operand<TFloat32> hits = batch.tf().math.mul(predicted, actual);
    return batch
        .tf()
        .concat(
            List.of(batch.totals(hits), batch.totals(predicted), batch.totals(actual)),
            batch.tf().constant(0));
  }

  /**
   * The counts of each output that can be positive (see {@link MetricBatch#positives}).
   *
   * @param threshold of the scores
   */
  static Operand<TFloat32> positives(MetricBatch batch, float threshold) {
    return sums(batch, batch.positives(batch.above(threshold)), batch.positives(batch.target()));
  }

  /** Takes what {@link #sums} gave apart, an entry for each output. */
  static List<Counts> of(double[] sums) {
    int outputs = sums.length / 3;
    return IntStream.range(0, outputs)
        .mapToObj(i -> new Counts(sums[i], sums[outputs + i], sums[2 * outputs + i]))
        .toList();
  }

  /** The counts of all outputs together. */
  static Counts total(double[] sums) {
    return of(sums).stream().reduce(new Counts(0, 0, 0), Counts::plus);
  }

  private Counts plus(Counts other) {
    return new Counts(hits + other.hits, predicted + other.predicted, actual + other.actual);
  }

  /** The counts of the other class of two. */
  Counts ofTheRest(long examples) {
    return new Counts(
        examples - predicted - actual + hits, examples - predicted, examples - actual);
  }

  double precision() {
    return ratio(hits, predicted);
  }

  double recall() {
    return ratio(hits, actual);
  }

  double f1() {
    return ratio(2 * hits, predicted + actual);
  }

  /** Examples that were predicted as the class or have it as their label. */
  double union() {
    return predicted + actual - hits;
  }

  /** 0 where there is nothing to divide by, as Keras's divide_no_nan. */
  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
