package dev.assay.report;

import dev.assay.report.checks.Components;

/**
 * How many examples each part of the data set has.
 *
 * @param train examples trained on, at least 0
 * @param validation examples that choose the best epoch, at least 0
 * @param hidden examples scored on, at least 0
 */
public record SplitSizes(int train, int validation, int hidden) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a size is negative
   */
  public SplitSizes {
    Components.atLeast("dataset.train", 0, train);
    Components.atLeast("dataset.validation", 0, validation);
    Components.atLeast("dataset.hidden", 0, hidden);
  }
}
