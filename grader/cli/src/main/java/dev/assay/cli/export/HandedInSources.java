package dev.assay.cli.export;

import dev.assay.batch.HandedIn;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.report.Submission;
import dev.assay.report.export.SubmissionSources;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads sources where they were handed in, if they are still the ones that were graded. */
final class HandedInSources implements SubmissionSources {
  private final Map<Path, List<HandIn>> found = new HashMap<>();

  @Override
  public List<Source> of(Submission submission) throws IOException {
    Path place = existing(RawPaths.of(submission.origin()));
    for (HandIn handIn : place == null ? List.<HandIn>of() : handIns(place)) {
      dev.assay.run.submissions.Submission read = handIn.read();
      if (read.digest().equals(submission.digest())) {
        return read.sources().stream()
            .map(source -> new Source(source.name(), source.text()))
            .toList();
      }
    }
    return List.of();
  }

  /** Returns the path, or the zip file in which it is an entry; null where there is neither. */
  private static @Nullable Path existing(Path origin) {
    if (Files.exists(origin)) {
      return origin;
    }
    Path above = origin.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above != null && Files.isRegularFile(above) ? above : null;
  }

  private List<HandIn> handIns(Path origin) throws IOException {
    List<HandIn> known = found.get(origin);
    if (known == null) {
      try {
        known = HandedIn.find(List.of(origin)).submissions();
      } catch (SubmissionException e) {
        known = List.of();
      }
      found.put(origin, known);
    }
    return known;
  }
}
