package dev.assay.run.record;

/** The record that a stage of a grading leaves for the next one. */
public sealed interface StageRecord
    permits Started,
        Loaded,
        Compiled,
        Built,
        Accepted,
        Trained,
        Predicted,
        Scored,
        Measured,
        Judged {
  /** Everything that the report can say by now. */
  Progress progress();
}
