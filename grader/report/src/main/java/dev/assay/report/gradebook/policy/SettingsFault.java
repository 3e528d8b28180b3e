package dev.assay.report.gradebook.policy;

import dev.assay.findings.Explained;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;

/** Refuses a field of the settings, with a clause that names it. */
final class SettingsFault extends IllegalArgumentException implements Explained {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  SettingsFault(FaultCode code, Object... pairs) {
    this(Sentence.of(code, pairs));
  }

  private SettingsFault(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
