package dev.assay.batch.engines;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;

/** Signals that a cluster's command failed; the sentence quotes what it said. */
public final class EngineException extends SentenceException {
  private static final long serialVersionUID = 1;

  EngineException(String command, String said) {
    super(Sentence.of(FaultCode.ENGINE_FAILED, "command", command, "said", said.strip()));
  }
}
