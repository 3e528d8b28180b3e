package dev.assay.junit;

import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import java.util.Optional;

/** The steps of a grading, in their order; each is one test of an answer. */
enum AnswerStep {
  COMPILES,
  BUILDS,
  KEEPS_CONTRACT,
  TRAINS,
  RELOADS,
  REACHES_THRESHOLD;

  /**
   * The step that the grading of a result ended in: the answer's failure or the grader's error.
   *
   * @return empty where the answer passed
   */
  static Optional<AnswerStep> endOf(GradeReport report) {
    if (report.verdict() == Verdict.PASSED) {
      return Optional.empty();
    }
    String stage = "";
    for (String timed : report.circumstances().timings().keySet()) {
      stage = timed;
    }
    return Optional.of(
        switch (stage) {
          case "", "load" -> COMPILES;
          case "compile" -> compiling(report);
          case "build" -> report.verdict() == Verdict.CONTRACT_VIOLATION ? KEEPS_CONTRACT : BUILDS;
          case "inspect" -> KEEPS_CONTRACT;
          case "train" -> TRAINS;
          case "reload", "predict" -> RELOADS;
          default -> REACHES_THRESHOLD;
        });
  }

  /** Sources that compile may hold no answer, or several: then there is none to build. */
  private static AnswerStep compiling(GradeReport report) {
    boolean compiled =
        report.submission().digest() != null
            && (report.verdict() == Verdict.NO_ANSWER
                || report.verdict() == Verdict.CONTRACT_VIOLATION);
    return compiled ? BUILDS : COMPILES;
  }

  /** The name of its test. */
  String title(Catalogue texts) {
    return texts.say(TerminalCode.TEST_STEP, "step", this);
  }
}
