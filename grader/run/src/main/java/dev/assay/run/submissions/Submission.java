package dev.assay.run.submissions;

import java.nio.file.Path;
import java.util.List;

/**
 * A candidate's sources.
 *
 * @param id the name of the folder or zip, unique in a run
 * @param root the folder that the sources' names are relative to
 * @param sources names of the Java files below it, sorted, with slashes
 * @param digest SHA-256 over names and contents
 */
public record Submission(String id, Path root, List<String> sources, String digest) {
  public Submission {
    sources = List.copyOf(sources);
  }
}
