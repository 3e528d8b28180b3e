package dev.assay.run.inspection;

import dev.assay.keras.metrics.Accuracy;
import dev.assay.keras.metrics.CategoricalAccuracy;
import dev.assay.keras.metrics.F1Score;
import dev.assay.keras.metrics.MeanIoU;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Manifest;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;

/** Checks that a model's metrics suit labels that do not exclude each other. */
final class LabelMetrics {
  private LabelMetrics() {}

  static void inspect(ProblemSpec spec, Manifest manifest, Findings findings) {
    if (spec.task() == Task.MULTILABEL_CLASSIFICATION) {
      manifest.compilation().metrics().stream()
          .filter(LabelMetrics::looksAtTheLargest)
          .forEach(
              metric ->
                  findings.warn(
                      "METRIC_OF_ONE_CLASS",
                      "The metric %s looks at the largest output only, but examples of %s have any number of labels."
                          .formatted(metric.key(), spec.problem()),
                      "Use Metric.BINARY_ACCURACY, Metric.SUBSET_ACCURACY or Metric.F1_SCORE.threshold(0.5)."));
    }
  }

  private static boolean looksAtTheLargest(Metric metric) {
    return metric instanceof Accuracy
        || metric instanceof CategoricalAccuracy
        || metric instanceof MeanIoU
        || (metric instanceof F1Score f1 && f1.threshold() == null);
  }
}
