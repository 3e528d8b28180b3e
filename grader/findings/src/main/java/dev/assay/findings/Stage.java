package dev.assay.findings;

/** The stage of a grading that notices a finding. */
public enum Stage {
  /** Any stage that starts a child process. */
  PROCESS,
  /** Inspection of the graph, the manifest and the plan, before anything runs them. */
  INSPECT,
  /** Training, as its process reports it. */
  TRAIN,
  /** Judging the score and the history. */
  JUDGE,
  /** The second training of an answer that passes, with few labels. */
  AUDIT
}
