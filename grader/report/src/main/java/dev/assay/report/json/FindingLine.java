package dev.assay.report.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it stands in JSON: what it is, and beside it the texts for readers without a
 * catalogue. When it is read, the texts are made anew.
 */
record FindingLine(
    FindingCode code,
    Level severity,
    Map<String, Object> arguments,
    String message,
    @Nullable String advice,
    @Nullable String snippet) {
  /** A severity as it stands in JSON. */
  enum Level {
    @JsonProperty("info")
    INFO,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("error")
    ERROR
  }

  static FindingLine from(Finding finding, Catalogue texts) {
    return new FindingLine(
        finding.code(),
        Level.valueOf(finding.severity().name()),
        finding.arguments(),
        finding.message(texts),
        finding.advice(texts),
        finding.snippet());
  }

  Finding finding() {
    return new Finding(code, Severity.valueOf(severity.name()), arguments);
  }
}
