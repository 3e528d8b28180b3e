package dev.assay.cli.similarity;

import dev.assay.findings.SentenceException;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.run.processes.Installation;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.answers.ComparedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads code that is nobody's own: starters in all languages, reference answers, examples. */
final class HandedOutCode {
  private HandedOutCode() {}

  /**
   * Reads it.
   *
   * @param more what an instructor names
   * @throws SubmissionException if there is nothing at one of these
   * @throws SentenceException if there are no sources that can be read
   */
  static List<ComparedAnswer> read(Installation installation, List<Path> more)
      throws IOException, SubmissionException {
    List<ComparedAnswer> given = new ArrayList<>();
    for (Problem problem : Problems.load().all()) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
        String starter = problem.starter(language).replace("%PACKAGE%", "answers");
        given.add(
            new ComparedAnswer(problem.id(), List.of(new ComparedFile("Starter.java", starter))));
      }
    }
    List<Path> paths = new ArrayList<>(more);
    if (Files.isDirectory(installation.referenceAnswers())) {
      paths.add(installation.referenceAnswers());
    }
    for (Path path : paths) {
      for (HandIn handIn : new Submissions().find(path)) {
        Submission read = handIn.read();
        if (read.unreadable() != null) {
          throw new SentenceException(read.unreadable());
        }
        given.add(new ComparedAnswer(read.id(), files(read)));
      }
    }
    return given;
  }

  /** The sources of a submission, for comparison. */
  static List<ComparedFile> files(Submission submission) {
    return submission.sources().stream()
        .map(source -> new ComparedFile(source.name(), source.text(), source.archived()))
        .toList();
  }
}
