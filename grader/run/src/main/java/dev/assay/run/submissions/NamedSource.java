package dev.assay.run.submissions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source as it was found.
 *
 * @param path relative to the hand-in, with slashes
 * @param text decoded
 * @param archived when it was last changed, as the student's own archive says; null if it was in
 *     none
 */
record NamedSource(String path, String text, @Nullable Instant archived) {
  String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  String file() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
