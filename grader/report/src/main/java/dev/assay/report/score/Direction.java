package dev.assay.report.score;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which values of a metric are better. */
public enum Direction {
  /** Higher is better: accuracy, R². An answer passes at or above the threshold. */
  @JsonProperty("higher")
  HIGHER,
  /** Lower is better: an error. An answer passes at or below the threshold. */
  @JsonProperty("lower")
  LOWER
}
