package dev.assay.run.submissions;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's sources.
 *
 * @param id the name of the folder or zip, unique in a run
 * @param root the folder that the sources' names are relative to
 * @param sources names of the Java files below it, sorted, with slashes
 * @param digest SHA-256 over names and contents
 * @param unreadable why there are no sources, when what was handed in cannot be read; else null
 */
public record Submission(
    String id, Path root, List<String> sources, String digest, @Nullable String unreadable) {
  public Submission {
    sources = List.copyOf(sources);
  }

  public Submission(String id, Path root, List<String> sources, String digest) {
    this(id, root, sources, digest, null);
  }
}
