package dev.assay.run.record;

import dev.assay.run.jobs.Processes;
import java.util.Objects;

/**
 * A model whose best weights lie in the grading's files.
 *
 * @param training with the digest of the weights
 * @param processes that trained it
 */
public record Trained(Accepted accepted, TrainingOutcome training, Processes processes)
    implements StageRecord {
  /** SHA-256 of the weights that are graded. */
  public String weightsDigest() {
    return Objects.requireNonNull(training.weightsDigest(), "trained with weights");
  }

  @Override
  public Progress progress() {
    return accepted.progress().with(training).with(processes);
  }
}
