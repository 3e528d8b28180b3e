package dev.assay.similarity.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Java source.
 *
 * @param name relative to the submission, with slashes
 * @param text its content
 * @param archived when it was last changed, as the student's own zip says; null if it was in none
 */
public record ComparedFile(String name, String text, @Nullable Instant archived) {
  /** A source that was in no zip. */
  public ComparedFile(String name, String text) {
    this(name, text, null);
  }
}
