package dev.assay.run.record;

import dev.assay.report.score.Scores;

/**
 * The model's scores on the hidden set.
 *
 * @param scores with the trained weights
 * @param untrained the lowest of several draws of the initial weights
 */
public record Scored(Predicted predicted, Scores scores, Scores untrained) implements StageRecord {
  public Accepted accepted() {
    return predicted.trained().accepted();
  }

  @Override
  public Progress progress() {
    return predicted.progress().with(scores);
  }
}
