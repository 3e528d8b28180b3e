package dev.assay.cli.terminal;

import dev.assay.datasets.paths.RawPaths;
import java.io.File;
import java.nio.file.Path;

/** Paths as people read them, and as they can paste them into a shell. */
public final class ShownPaths {
  private ShownPaths() {}

  /** Quotes a path for a shell. */
  public static String quoted(Path path) {
    String text = RawPaths.shown(path);
    if (!text.equals(path.toString())) {
      return "$'" + text.replace("'", "\\'") + "'";
    }
    if (text.matches("[\\p{Alnum}_./:@%+=,\\\\-]+")) {
      return text;
    }
    return File.separatorChar == '/' ? "'" + text.replace("'", "'\\''") + "'" : '"' + text + '"';
  }

  /** Returns a path relative to the working folder if that is shorter. */
  public static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return RawPaths.shown(path.startsWith(here) ? here.relativize(path) : path);
  }
}
