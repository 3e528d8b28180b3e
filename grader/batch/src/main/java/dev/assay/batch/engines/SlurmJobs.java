package dev.assay.batch.engines;

import dev.assay.report.json.JsonDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jobs that were submitted for a run, in their order.
 *
 * @param submissions each an array and its collecting job
 */
record SlurmJobs(List<Submitted> submissions) {
  /**
   * An array job and the job that waits for it.
   *
   * @param array its number
   * @param collect the number of the collecting job
   * @param shards that it grades
   */
  record Submitted(String array, String collect, List<Integer> shards) {}

  SlurmJobs {
    submissions = List.copyOf(submissions);
  }

  static SlurmJobs read(Path file) throws IOException {
    return Files.exists(file)
        ? JsonDocuments.read(file, SlurmJobs.class)
        : new SlurmJobs(List.of());
  }

  void write(Path file) throws IOException {
    JsonDocuments.write(this, file);
  }

  SlurmJobs and(Submitted submitted) {
    List<Submitted> all = new ArrayList<>(submissions);
    all.add(submitted);
    return new SlurmJobs(all);
  }

  /** The numbers of all jobs. */
  List<String> numbers() {
    return submissions.stream()
        .flatMap(each -> List.of(each.array(), each.collect()).stream())
        .toList();
  }
}
