package dev.assay.run;

import dev.assay.commons.files.WholeFile;
import dev.assay.protocol.Json;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Version;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which problems a submission answers, kept beside its results ({@code answers.json}) so that a run
 * that is continued need not compile it to know.
 *
 * @param digest of the submission's sources
 * @param assay the version that compiled them
 * @param java the version that compiled them
 * @param problems the ids that its classes name, known or not
 * @param graded the ids that were to be graded when there was nothing else to do than to say that
 *     it answers none of them; else empty
 */
record AnsweredProblems(
    String digest, String assay, String java, List<String> problems, List<String> graded) {
  private static final String FILE = "answers.json";

  AnsweredProblems {
    problems = List.copyOf(problems);
    graded = List.copyOf(graded);
  }

  static AnsweredProblems of(Candidate candidate) {
    return ofNone(candidate, List.of());
  }

  /** Those of a submission that has one result, which says that it answers none of these. */
  static AnsweredProblems ofNone(Candidate candidate, List<String> graded) {
    return new AnsweredProblems(
        candidate.submission().digest(),
        Version.ASSAY,
        System.getProperty("java.version"),
        candidate.problems(),
        graded);
  }

  /** Writes the file as a whole; a reader finds the old one or the new one. */
  void write(Path folder) throws IOException {
    String json = Json.write(this) + "\n";
    WholeFile.write(folder.resolve(FILE), json.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what the same versions wrote about the same sources; empty if there is nothing. */
  static Optional<AnsweredProblems> read(Path folder, Submission submission) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > Json.MAX_BYTES) {
        return Optional.empty();
      }
      return Optional.of(Json.read(Files.readString(file), AnsweredProblems.class))
          .filter(known -> known.isOf(submission));
    } catch (IOException | IllegalArgumentException e) {
      // The submission is compiled again.
      return Optional.empty();
    }
  }

  /** The problems that a submission answered when it was compiled; none where nobody wrote it. */
  static List<String> lastKnown(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) <= Json.MAX_BYTES
          ? Json.read(Files.readString(file), AnsweredProblems.class).problems()
          : List.of();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private boolean isOf(Submission submission) {
    return digest.equals(submission.digest())
        && assay.equals(Version.ASSAY)
        && java.equals(System.getProperty("java.version"));
  }

  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
