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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return find(paths, false, ZoneId.systemDefault());
  }

  /**
   * Searches paths for submissions.
   *
   * @param allAttempts whether earlier attempts in a download are submissions too
   * @param zone of the clock by which a learning management system names files
   * @throws SubmissionException as {@link #find(List)}
   */
  public static HandedIn find(List<Path> paths, boolean allAttempts, ZoneId zone)
      throws IOException, SubmissionException {
    Submissions finder = new Submissions(allAttempts);
    List<HandIn> found = finder.find(paths);
    Map<String, Instant> times = new HashMap<>();
    for (HandIn handIn : found) {
      Instant time = handIn.handedIn(zone);
      if (time != null) {
        times.put(handIn.id(), time);
      }
    }
    List<Entries.Entry> entries = new ArrayList<>();
    finder.entries().forEach(entry -> entries.add(reported(entry, times)));
    return new HandedIn(found, Entries.of(entries));
  }

  private static Entries.Entry reported(Entry entry, Map<String, Instant> times) {
    Sentence leftOut = entry.leftOut();
    SentenceLine reason = leftOut == null ? null : SentenceLine.of(leftOut);
    String submission = entry.submission();
    Instant time = submission == null ? null : times.get(submission);
    return new Entries.Entry(entry.name(), submission, reason, time);
  }
}
