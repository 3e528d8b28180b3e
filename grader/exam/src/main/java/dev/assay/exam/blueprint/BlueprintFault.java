package dev.assay.exam.blueprint;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;

/** Refuses a blueprint, with the line and a clause that says what is wrong there. */
final class BlueprintFault extends SentenceException {
  private static final long serialVersionUID = 1;

  private final int line;

  BlueprintFault(int line, Sentence reason) {
    super(reason);
    this.line = line;
  }

  static Sentence trailing() {
    return Sentence.of(FaultCode.BLUEPRINT_TRAILING);
  }

  int line() {
    return line;
  }
}
