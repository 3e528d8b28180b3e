package dev.assay.junit;

import dev.assay.findings.Catalogue;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tests ask the grader for.
 *
 * @param paths submissions, or folders of them, as {@code assay grade} takes them
 * @param problems the ids of the problems to grade; empty for every one with an answer
 * @param data the data variant, or "auto"
 * @param jobs how many submissions are graded at a time, positive
 * @param reports the folder for the folder with results; null for the usual place
 * @param texts the language of what the tests say
 */
record GradingRequest(
    List<Path> paths,
    List<String> problems,
    String data,
    int jobs,
    @Nullable Path reports,
    Catalogue texts) {
  GradingRequest {
    paths = List.copyOf(paths);
    problems = List.copyOf(problems);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be positive. Received: " + jobs);
    }
  }

  GradingRequest problems(List<String> ids) {
    return new GradingRequest(paths, ids, data, jobs, reports, texts);
  }

  GradingRequest data(String variant) {
    return new GradingRequest(paths, problems, variant, jobs, reports, texts);
  }

  GradingRequest jobs(int count) {
    return new GradingRequest(paths, problems, data, count, reports, texts);
  }

  GradingRequest reports(Path folder) {
    return new GradingRequest(paths, problems, data, jobs, folder, texts);
  }

  GradingRequest texts(Catalogue language) {
    return new GradingRequest(paths, problems, data, jobs, reports, language);
  }
}
