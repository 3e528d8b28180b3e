package dev.assay.run.submissions;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's sources, read once: what is digested is what is compiled.
 *
 * @param id unique in a batch
 * @param origin the file or folder that was handed in
 * @param sources sorted by name
 * @param digest SHA-256 over names and texts
 * @param assumptions a sentence for each thing that was guessed while reading, for people
 * @param unreadable why there are no sources, when what was handed in cannot be read; else null
 */
public record Submission(
    String id,
    Path origin,
    List<SourceText> sources,
    String digest,
    List<String> assumptions,
    @Nullable String unreadable) {
  public Submission {
    sources = List.copyOf(sources);
    assumptions = List.copyOf(assumptions);
  }

  /** A submission that could be read as it is. */
  public static Submission of(String id, Path origin, List<SourceText> sources) {
    return new Submission(id, origin, sources, SourceFiles.digest(sources), List.of(), null);
  }

  /** A submission that cannot be read. */
  public static Submission unreadable(String id, Path origin, String why) {
    return new Submission(id, origin, List.of(), SourceFiles.digest(List.of()), List.of(), why);
  }

  /** The sources' names, in their order. */
  public List<String> names() {
    return sources.stream().map(SourceText::name).toList();
  }
}
