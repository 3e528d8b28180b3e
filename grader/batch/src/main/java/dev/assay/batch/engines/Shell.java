package dev.assay.batch.engines;

import java.nio.file.Path;

/** Words of a POSIX shell. */
final class Shell {
  private Shell() {}

  /** A word that the shell takes as it is. */
  static String quoted(Path path) {
    return quoted(path.toString());
  }

  /** A word that the shell takes as it is. */
  static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
