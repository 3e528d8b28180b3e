package dev.assay.run.candidate;

import dev.assay.run.submissions.Submission;

/** Says of a submission that it may hold an old copy, or several people's answers. */
final class MixedSubmissionHint {
  private MixedSubmissionHint() {}

  /** A sentence with a space before it; empty when all sources lie in one place. */
  static String hint(Submission submission) {
    long folders =
        submission.names().stream()
            .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
            .distinct()
            .count();
    return folders > 1
        ? " If one is an old copy, remove it; if they are several people's answers, give each person a folder and grade the folder that holds these."
        : "";
  }
}
