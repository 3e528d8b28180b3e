package dev.assay.batch;

import dev.assay.findings.Sentence;
import dev.assay.report.Entries;
import dev.assay.report.SentenceLine;
import dev.assay.run.submissions.Entry;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What was handed in.
 *
 * @param submissions to grade, not read yet
 * @param entries everything that was found, with the submission that it belongs to or the reason
 *     why it is left out
 */
public record HandedIn(List<HandIn> submissions, Entries entries) {
  public HandedIn {
    submissions = List.copyOf(submissions);
  }

  /**
   * Searches paths for submissions.
   *
   * @throws SubmissionException when there is nothing at a path, or nothing that can be read at the
   *     only one
   */
  public static HandedIn find(List<Path> paths) throws IOException, SubmissionException {
    Submissions finder = new Submissions();
    List<HandIn> found = finder.find(paths);
    return new HandedIn(
        found, Entries.of(finder.entries().stream().map(HandedIn::reported).toList()));
  }

  private static Entries.Entry reported(Entry entry) {
    Sentence leftOut = entry.leftOut();
    SentenceLine reason = leftOut == null ? null : SentenceLine.of(leftOut);
    return new Entries.Entry(entry.name(), entry.submission(), reason);
  }
}
