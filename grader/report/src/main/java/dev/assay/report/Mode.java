package dev.assay.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What training gave up for speed. */
public enum Mode {
  /** Nothing: float32, and the same bits again. */
  @JsonProperty("reproducible")
  REPRODUCIBLE,
  /** Precision: much of it was computed in bfloat16. */
  @JsonProperty("fast")
  FAST
}
