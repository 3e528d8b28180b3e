package dev.assay.run.submissions;

import dev.assay.datasets.files.Sha256;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.findings.Sentence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's sources, read once: what is digested is what is compiled.
 *
 * @param id unique in a batch
 * @param origin the file or folder that was handed in, whole, as it was given
 * @param sources sorted by name
 * @param digest SHA-256 over names and texts
 * @param assumptions a sentence for each thing that was guessed while reading, for people
 * @param unreadable why there are no sources, when what was handed in cannot be read; else null
 * @param undecodable whether that is a source whose text no encoding fits, which no compiler can
 *     read
 */
public record Submission(
    String id,
    String origin,
    List<SourceText> sources,
    String digest,
    List<Sentence> assumptions,
    @Nullable Sentence unreadable,
    boolean undecodable) {
  public Submission {
    sources = List.copyOf(sources);
    assumptions = List.copyOf(assumptions);
  }

  /** A submission that could be read as it is. */
  public static Submission of(String id, Path origin, List<SourceText> sources) {
    return of(id, RawPaths.shown(origin), sources, List.of());
  }

  /** A submission that could be read. */
  static Submission of(
      String id, String origin, List<SourceText> sources, List<Sentence> assumptions) {
    return new Submission(id, origin, sources, digest(sources), assumptions, null, false);
  }

  /** A submission that cannot be read. */
  static Submission unreadable(String id, String origin, Sentence why) {
    return new Submission(id, origin, List.of(), digest(List.of()), List.of(), why, false);
  }

  /** A submission with a source whose text no encoding fits. */
  static Submission undecodable(String id, String origin, Sentence why) {
    return new Submission(id, origin, List.of(), digest(List.of()), List.of(), why, true);
  }

  /** The same sources under another id. */
  public Submission named(String other) {
    return new Submission(other, origin, sources, digest, assumptions, unreadable, undecodable);
  }

  /** The sources' names, in their order. */
  public List<String> names() {
    return sources.stream().map(SourceText::name).toList();
  }

  private static String digest(List<SourceText> sources) {
    MessageDigest digest = Sha256.newDigest();
    for (SourceText source : sources) {
      byte[] content = source.text().getBytes(StandardCharsets.UTF_8);
      digest.update(
          String.format(Locale.ROOT, "%s\0%d\0", source.name(), content.length)
              .getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    return Sha256.hex(digest);
  }
}
