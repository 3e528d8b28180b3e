package dev.assay.run.submissions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's source file, as it is compiled.
 *
 * @param name the candidate's own, relative to the submission, with slashes; unique in it
 * @param text the decoded content, without a byte-order mark
 * @param archived when it was last changed, as the student's own archive says, who may set it at
 *     will; null if it was in none
 */
public record SourceText(String name, String text, @Nullable Instant archived) {
  /** A source that was in no archive. */
  public SourceText(String name, String text) {
    this(name, text, null);
  }
}
