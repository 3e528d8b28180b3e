package dev.assay.report.export;

import dev.assay.report.Submission;
import java.io.IOException;
import java.util.List;

/** Reads what students handed in. */
@FunctionalInterface
public interface SubmissionSources {
  /**
   * A source file.
   *
   * @param name its path in the submission, with {@code /} between its parts
   * @param text its content
   */
  record Source(String name, String text) {}

  /**
   * Reads the sources of a submission as they were graded.
   *
   * @return the files by their names; empty if they are no longer there, or are no longer the same
   */
  List<Source> of(Submission submission) throws IOException;
}
