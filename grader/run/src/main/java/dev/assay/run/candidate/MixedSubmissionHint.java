package dev.assay.run.candidate;

import dev.assay.run.submissions.Submission;

/** Tells whether a submission may hold an old copy, or several people's answers. */
final class MixedSubmissionHint {
  private MixedSubmissionHint() {}

  /** Whether its sources lie in several places. */
  static boolean isDue(Submission submission) {
    return submission.names().stream()
            .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
            .distinct()
            .count()
        > 1;
  }
}
