package dev.assay.run.record;

import dev.assay.datasets.arrays.NumericArray;
import dev.assay.report.model.Reload;
import dev.assay.run.jobs.Processes;

/**
 * Predictions of the reloaded model.
 *
 * @param reload the validation loss in training and after the reload; they agree
 * @param predictions a row for each hidden example, in their order
 * @param untrained the same with the weights before training: several draws, side by side
 * @param processes that predicted
 */
public record Predicted(
    Trained trained,
    Reload reload,
    NumericArray predictions,
    NumericArray untrained,
    Processes processes)
    implements StageRecord {
  @Override
  public Progress progress() {
    return trained.progress().with(reload).with(processes);
  }
}
