package dev.assay.report.score;

import dev.assay.report.checks.Components;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on the hidden set.
 *
 * @param metric the metric that decides
 * @param metrics all others by name, in the order they are shown; NaN is allowed (null in JSON)
 * @param classification the score of each class or label, with the confusion matrix of classes;
 *     null for regression
 */
public record Scores(
    Metric metric, Map<String, Double> metrics, @Nullable Classification classification) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if the metric is missing or a name is blank
   */
  public Scores {
    Components.present("metric", metric);
    metrics = Components.ordered("metrics", metrics);
  }
}
