package dev.assay.run;

import dev.assay.findings.SentenceException;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.Isolation;
import dev.assay.report.Mode;
import dev.assay.report.Provenance;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.isolation.Isolation.Level;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The result that an earlier run left, where grading again would give the same one. */
final class EarlierResult {
  private EarlierResult() {}

  /**
   * Reads it. Empty where there is none, it cannot be read, a fault of the grader's ended it, or
   * anything that went into it was different: the sources, the problem, the data, the options, the
   * grader, or isolation that would not do now.
   *
   * @param now as the result of a grading that begins now would be made
   */
  static Optional<GradeReport> find(
      Path file, Submission submission, String problem, Provenance now, Level required) {
    return read(file)
        .filter(report -> report.verdict() != Verdict.GRADER_ERROR)
        .filter(report -> report.problem().equals(problem))
        .filter(report -> isOf(submission, report))
        .filter(report -> isMadeAlike(report.circumstances().provenance(), now))
        .filter(report -> isApart(report, required));
  }

  /** Reads a result; empty where there is none, or it cannot be read. */
  static Optional<GradeReport> read(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(JsonReports.read(file))
          : Optional.empty();
    } catch (IOException e) {
      // A result that cannot be read is replaced by a new one.
      return Optional.empty();
    }
  }

  /** Says why a result that is there cannot be read; empty where it can, or there is none. */
  static Optional<String> fault(Path file) {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        JsonReports.read(file);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(SentenceException.of(e).text());
    }
  }

  /** Where there are no sources, there must be none for the same reason. */
  private static boolean isOf(Submission now, GradeReport report) {
    dev.assay.report.Submission then = report.submission();
    return then.id().equals(now.id())
        && (now.sources().isEmpty()
            ? then.digest() == null && report.judgement().reasons().contains(Candidate.nothing(now))
            : now.digest().equals(then.digest()));
  }

  private static boolean isMadeAlike(Provenance then, Provenance now) {
    Digests before = then.digests();
    return then.assay().equals(now.assay())
        && Objects.equals(before.problem(), now.digests().problem())
        && Objects.equals(before.data(), now.digests().data())
        && then.seed() == now.seed()
        && then.options().equals(now.options())
        && then.platform().java().equals(now.platform().java())
        && then.platform().mode() == now.platform().mode()
        && (then.platform().mode() == Mode.REPRODUCIBLE
            || then.platform().threads() == now.platform().threads());
  }

  /** Accepts any level if none of the candidate's code was run. */
  private static boolean isApart(GradeReport report, Level required) {
    Isolation isolation = report.circumstances().isolation();
    return isolation == null
        || Arrays.stream(Level.values())
            .filter(level -> level.compareTo(required) >= 0)
            .anyMatch(level -> level.name().equalsIgnoreCase(isolation.level()));
  }
}
