package dev.assay.report.model;

import dev.assay.report.checks.Components;
import java.util.List;

/**
 * A second training of an answer that passes, with the labels of a few examples only.
 *
 * <p>All features are fed as before, but the loss of every other example weighs 0. An answer that
 * passes even so did not learn its answers from the training set.
 *
 * @param score the value on the hidden set of the metric that decides; NaN, null in JSON, where the
 *     training or the prediction ended early
 * @param passed whether the score is at or better than the threshold
 * @param examples rows of the training set whose labels counted, from 0: one of each class, or
 *     three of a regression
 */
public record Audit(double score, boolean passed, List<Integer> examples) {
  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if there is no example, a row is negative, or the audit passed
   *     without a score
   */
  public Audit {
    examples = Components.list("audit.examples", examples);
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("audit.examples must not be empty");
    }
    examples.forEach(row -> Components.atLeast("audit.examples", 0, row));
    if (passed && Double.isNaN(score)) {
      throw new IllegalArgumentException("audit.score must be a number where the audit passed");
    }
  }
}
