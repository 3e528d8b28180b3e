package dev.assay.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing the grader noticed about an answer.
 *
 * @param code a stable name for programs, such as {@code OUTPUT_SHAPE}
 * @param severity how much it matters
 * @param message what is so, in words a student understands; may have several lines
 * @param advice the next step; may be null if there is none
 */
public record Finding(String code, Severity severity, String message, @Nullable String advice) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a text is blank
   */
  public Finding {
    Checks.text("finding.code", code);
    Checks.present("finding.severity", severity);
    Checks.text("finding.message", message);
    Checks.textOrNull("finding.advice", advice);
  }
}
