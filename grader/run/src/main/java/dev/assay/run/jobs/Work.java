package dev.assay.run.jobs;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;

/** The work that a child process is started for. */
public enum Work {
  COMPILE,
  BUILD,
  PROBE,
  TRAIN,
  PREDICT,
  AUDIT,
  EXPORT;

  /** The work as the subject of a sentence, such as "Building the model". */
  Sentence subject() {
    return Sentence.of(VerdictCode.DOING, "work", this);
  }
}
