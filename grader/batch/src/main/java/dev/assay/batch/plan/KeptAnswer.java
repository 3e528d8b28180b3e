package dev.assay.batch.plan;

import dev.assay.findings.Sentence;
import dev.assay.report.SentenceLine;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission as it travels with its run, so that graders need nothing else.
 *
 * @param id unique in the batch
 * @param origin the file or folder that was handed in, on the machine that planned
 * @param sources names and texts
 * @param digest over them
 * @param assumptions made in reading them
 * @param unreadable why there are none; null where there are
 * @param undecodable whether that is because no encoding fits
 */
record KeptAnswer(
    String id,
    String origin,
    List<Source> sources,
    String digest,
    List<SentenceLine> assumptions,
    @Nullable SentenceLine unreadable,
    boolean undecodable) {
  /**
   * A source file.
   *
   * @param archived when an archive says it was changed; null if it was in none
   */
  record Source(String name, String text, @Nullable Instant archived) {}

  static KeptAnswer of(Submission submission) {
    Sentence unreadable = submission.unreadable();
    return new KeptAnswer(
        submission.id(),
        submission.origin(),
        submission.sources().stream()
            .map(source -> new Source(source.name(), source.text(), source.archived()))
            .toList(),
        submission.digest(),
        submission.assumptions().stream().map(SentenceLine::of).toList(),
        unreadable == null ? null : SentenceLine.of(unreadable),
        submission.undecodable());
  }

  Submission submission() {
    return new Submission(
        id,
        origin,
        sources.stream()
            .map(source -> new SourceText(source.name(), source.text(), source.archived()))
            .toList(),
        digest,
        assumptions.stream().map(KeptAnswer::sentence).toList(),
        unreadable == null ? null : sentence(unreadable),
        undecodable);
  }

  /** The digest of the sources as they are now. */
  String actualDigest() {
    return Submission.of(id, Path.of(""), submission().sources()).digest();
  }

  private static Sentence sentence(SentenceLine line) {
    return new Sentence(line.code(), line.arguments());
  }
}
