package dev.assay.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a finding matters, mildest first. */
public enum Severity {
  /** Worth knowing; nothing to do. */
  @JsonProperty("info")
  INFO,
  /** Does not decide the verdict, but probably costs points. */
  @JsonProperty("warning")
  WARNING,
  /** Decides the verdict. */
  @JsonProperty("error")
  ERROR
}
