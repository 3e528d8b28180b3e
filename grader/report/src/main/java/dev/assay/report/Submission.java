package dev.assay.report;

import org.jspecify.annotations.Nullable;

/**
 * What was graded.
 *
 * @param id the submission's name as the run knows it: a folder's name, a zip's name
 * @param digest SHA-256 of the submission's sources; may be null if they could not be read
 */
public record Submission(String id, @Nullable String digest) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if {@code id} or {@code digest} is blank
   */
  public Submission {
    Checks.text("submission.id", id);
    Checks.textOrNull("submission.digest", digest);
  }
}
