package dev.assay.exam.sitting;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;

/** Decides whether an exam takes a submission, or a pause. */
final class Acceptance {
  private Acceptance() {}

  static void check(Sitting exam, String problem) throws SentenceException {
    if (exam.category(problem).isEmpty()) {
      throw refused("PROBLEM", exam, problem);
    }
    checkGoing(exam);
    if (exam.clock().paused()) {
      throw refused("PAUSED", exam, problem);
    }
    if (exam.attemptsLeft(problem) == 0) {
      throw refused("ATTEMPTS", exam, problem);
    }
  }

  static void checkPause(Sitting exam) throws SentenceException {
    checkGoing(exam);
    if (!exam.blueprint().rules().pausable()) {
      throw refused("NO_PAUSE", exam, "");
    }
    if (exam.clock().paused()) {
      throw refused("PAUSED", exam, "");
    }
  }

  static void checkResume(Sitting exam) throws SentenceException {
    checkGoing(exam);
    if (!exam.clock().paused()) {
      throw refused("NOT_PAUSED", exam, "");
    }
  }

  private static void checkGoing(Sitting exam) throws SentenceException {
    if (exam.ending() != null) {
      throw refused("FINISHED", exam, "");
    }
    if (exam.isOver()) {
      throw refused("DEADLINE", exam, "");
    }
  }

  private static SentenceException refused(String reason, Sitting exam, String problem) {
    return new SentenceException(
        Sentence.of(
            FaultCode.EXAM_REFUSED,
            "reason",
            reason,
            "problem",
            problem,
            "problems",
            exam.draw().problems(),
            "minutes",
            exam.blueprint().rules().minutes()));
  }
}
