package dev.assay.run;

import dev.assay.findings.Sentence;
import dev.assay.report.Circumstances;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.reporting.ReportMapper;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the results of a submission from those of one with equal sources.
 *
 * @param submission that gets them
 * @param equal the id of the one that was graded
 * @param from the folder of its results
 * @param to the folder in which the submission is graded
 */
record EqualAnswer(Submission submission, String equal, Path from, Path to) {
  /** Results, and those before they were scored again, have names in them; pages are made anew. */
  private static final Pattern OWN = Pattern.compile("result(\\.\\d+)?\\.json|index\\.html");

  /** The argument by which a sentence names the submission. */
  private static final String NAME = "submission";

  /** Copies what compiling leaves. */
  void copyCompiled() throws IOException {
    Files.createDirectories(to);
    StaleFiles.ofCompiling(to);
    copy(from, to);
  }

  /**
   * Copies what a grading leaves beside its result.
   *
   * @return the result under the name of this submission
   */
  GradeReport copyGraded(GradeReport report) throws IOException {
    Path folder = Files.createDirectories(to.resolve(report.problem()));
    StaleFiles.ofGrading(new GradingFiles(folder));
    copy(from.resolve(report.problem()), folder);
    return new GradeReport(
        ReportMapper.submission(submission),
        report.problem(),
        report.dataset(),
        renamed(report.judgement()),
        report.scores(),
        report.stages(),
        new Circumstances(
            report.circumstances().isolation(),
            Map.of(),
            true,
            report.circumstances().provenance()));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(from)) {
      files =
          list.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .filter(path -> !OWN.matcher(path.getFileName().toString()).matches())
              .toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Judgement renamed(Judgement judgement) {
    return new Judgement(
        judgement.verdict(),
        judgement.reasons().stream().map(this::renamed).toList(),
        judgement.points(),
        judgement.maxPoints(),
        judgement.findings());
  }

  private Sentence renamed(Sentence reason) {
    if (!equal.equals(reason.arguments().get(NAME))) {
      return reason;
    }
    Map<String, Object> arguments = new TreeMap<>(reason.arguments());
    arguments.put(NAME, submission.id());
    return new Sentence(reason.code(), arguments);
  }
}
