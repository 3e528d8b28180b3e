package dev.assay.run;

import dev.assay.run.submissions.Submission;
import java.util.List;
import java.util.Optional;

/** Says of a submission that it may be several people's. */
final class Mixture {
  private Mixture() {}

  /** A sentence with a space before it; empty when all sources lie in one place. */
  static String hint(Submission submission) {
    List<String> sources = submission.names();
    Optional<String> stray = sources.stream().filter(name -> !name.contains("/")).findFirst();
    long folders =
        sources.stream()
            .filter(name -> name.contains("/"))
            .map(name -> name.substring(0, name.indexOf('/')))
            .distinct()
            .count();
    if (stray.isPresent() && folders > 0) {
      return " If one of them is an older copy, delete it. If %s is a class, move %s into a folder of its own."
          .formatted(submission.id(), stray.get());
    }
    return folders > 1
        ? " If one of them is an older copy, delete it. If %s holds several people's folders, grade each folder by itself."
            .formatted(submission.id())
        : "";
  }
}
