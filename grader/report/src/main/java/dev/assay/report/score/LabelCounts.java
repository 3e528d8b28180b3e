package dev.assay.report.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often each label was predicted, was there, and both.
 *
 * @param hits by label: examples that have it and were predicted to
 * @param predicted by label: examples that were predicted to have it
 * @param actual by label: examples that have it
 */
@SuppressWarnings("ArrayRecordComponent") // made and read at once, never compared
record LabelCounts(int[] hits, int[] predicted, int[] actual) {

  /** Counts the examples with these indices; one may occur repeatedly. */
  static LabelCounts of(boolean[] predicted, boolean[] labels, int width, int[] indices) {
    LabelCounts counts = new LabelCounts(new int[width], new int[width], new int[width]);
    for (int row : indices) {
      for (int i = 0; i < width; i++) {
        boolean found = predicted[row * width + i];
        boolean there = labels[row * width + i];
        counts.hits[i] += found && there ? 1 : 0;
        counts.predicted[i] += found ? 1 : 0;
        counts.actual[i] += there ? 1 : 0;
      }
    }
    return counts;
  }

  double precision(int label) {
    return ratio(hits[label], predicted[label]);
  }

  double recall(int label) {
    return ratio(hits[label], actual[label]);
  }

  double f1(int label) {
    return ratio(2.0 * hits[label], (double) predicted[label] + actual[label]);
  }

  double macroF1() {
    return IntStream.range(0, hits.length).mapToDouble(this::f1).average().orElse(0);
  }

  double microF1() {
    return ratio(2.0 * sum(hits), sum(predicted) + sum(actual));
  }

  private static double sum(int[] counts) {
    return Arrays.stream(counts).asDoubleStream().sum();
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
