package dev.assay.run;

import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.reporting.HistoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Removes what an earlier run left where a new one writes, and nothing else. */
final class StaleFiles {
  private StaleFiles() {}

  static void ofCompiling(Path folder) throws IOException {
    AnsweredProblems.remove(folder);
    Files.deleteIfExists(folder.resolve(Candidate.LOG));
    Files.deleteIfExists(folder.resolve(Candidate.CLASSES));
    Files.deleteIfExists(new GradingFiles(folder).graph());
    Files.deleteIfExists(new GradingFiles(folder).model());
  }

  static void ofGrading(GradingFiles files) throws IOException {
    HistoryFile.remove(files);
    for (Path file : files.all()) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Removes the results of problems that a submission has no result of any more.
   *
   * @param folder the submission's
   * @param kept the problems whose results stay
   */
  static void ofOtherProblems(Path folder, String submission, Set<String> kept) throws IOException {
    List<Path> results;
    try (Stream<Path> list = Files.list(folder)) {
      results =
          list.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .filter(path -> !kept.contains(path.getFileName().toString()))
              .filter(path -> isResultOf(path, submission))
              .toList();
    }
    for (Path result : results) {
      ofGrading(new GradingFiles(result));
      if (isEmpty(result)) {
        Files.delete(result);
      }
    }
  }

  private static boolean isResultOf(Path folder, String submission) {
    return EarlierResult.read(new GradingFiles(folder).result())
        .filter(report -> report.submission().id().equals(submission))
        .filter(report -> report.problem().equals(folder.getFileName().toString()))
        .isPresent();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.findAny().isEmpty();
    }
  }
}
