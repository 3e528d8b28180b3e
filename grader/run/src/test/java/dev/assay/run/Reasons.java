package dev.assay.run;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;

/** Reasons in any words, for tests of what only passes them on. */
public final class Reasons {
  private Reasons() {}

  public static Sentence of(String words) {
    return Sentence.of(FaultCode.OTHER_FAILURE, "reason", words);
  }
}
