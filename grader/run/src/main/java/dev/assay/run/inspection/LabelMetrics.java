package dev.assay.run.inspection;

import dev.assay.findings.FindingCode;
import dev.assay.keras.metrics.Accuracy;
import dev.assay.keras.metrics.CategoricalAccuracy;
import dev.assay.keras.metrics.F1Score;
import dev.assay.keras.metrics.MeanIoU;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.manifest.Manifest;
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
                  findings.add(
                      FindingCode.METRIC_OF_ONE_CLASS,
                      "metric",
                      metric.key(),
                      "problem",
                      spec.problem()));
    }
  }

  private static boolean looksAtTheLargest(Metric metric) {
    return metric instanceof Accuracy
        || metric instanceof CategoricalAccuracy
        || metric instanceof MeanIoU
        || (metric instanceof F1Score f1 && f1.threshold() == null);
  }
}
