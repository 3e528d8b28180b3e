package dev.assay.cli.exam;

import dev.assay.cli.terminal.Streams;
import dev.assay.commons.text.Numbers;
import dev.assay.exam.blueprint.Disclosure;
import dev.assay.exam.sitting.Attempt;
import dev.assay.exam.sitting.Outcome;
import dev.assay.exam.sitting.ProblemStanding;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.TerminalCode;
import dev.assay.report.exam.PartScore;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of attempts before an exam ends.
 *
 * @param exam that goes on
 */
record ExamTexts(Sitting exam, Streams streams) {
  static String time(Duration time) {
    return Numbers.time((double) time.toSeconds());
  }

  private String say(TerminalCode code, Object... pairs) {
    return streams.texts().say(code, pairs);
  }

  private Disclosure disclosure() {
    return exam.blueprint().rules().disclosure();
  }

  /** A table's cell with what the attempts at a problem came to so far. */
  String soFar(ProblemStanding standing) {
    Attempt shown = standing.shown();
    PartScore score = shown == null ? null : shown(shown);
    String state;
    if (standing.attempts().isEmpty()) {
      state = "NONE";
    } else if (disclosure() == Disclosure.BLIND) {
      state = "HIDDEN";
    } else if (score == null) {
      boolean pending = standing.attempts().stream().anyMatch(a -> a.outcome() == null);
      state = pending ? "PENDING" : "VERDICT_FAILED";
    } else if (disclosure() == Disclosure.VERDICT) {
      state = score.passed() ? "VERDICT_PASSED" : "VERDICT_FAILED";
    } else {
      state = "POINTS";
    }
    return say(
        TerminalCode.EXAM_SO_FAR,
        "state",
        state,
        "points",
        score == null ? 0 : score.points(),
        "most",
        score == null ? 0 : score.maxPoints(),
        "value",
        score == null ? "" : value(score.value()));
  }

  private @Nullable PartScore shown(Attempt attempt) {
    Outcome outcome = Objects.requireNonNull(attempt.outcome(), attempt.id());
    return outcome.shown(exam.blueprint().rules().rule()).shown();
  }

  /**
   * What is told of an attempt when it was graded.
   *
   * @param message of its result, for an attempt that was not scored
   */
  String graded(ProblemStanding standing, Attempt attempt, String message) {
    ProblemStanding.Release release = standing.release(attempt).orElseThrow();
    Attempt shown = release.shown();
    PartScore score = shown == null ? null : shown(shown);
    int left = exam.attemptsLeft(attempt.problem());
    if (disclosure() == Disclosure.BLIND || (release.step() != null && score == null)) {
      return disclosed(attempt, Disclosure.BLIND, null, left);
    }
    if (release.step() == null || score == null) {
      Outcome outcome = Objects.requireNonNull(release.attempt().outcome(), attempt.id());
      return say(
          TerminalCode.EXAM_STOPPED,
          "problem",
          attempt.problem(),
          "attempt",
          attempt.number(),
          "verdict",
          outcome.gradings().get(0).verdict(),
          "message",
          message,
          "left",
          left);
    }
    return release.step().improved()
        ? disclosed(attempt, disclosure(), score, left)
        : notReleased(attempt, release, score, left);
  }

  private String disclosed(
      Attempt attempt, Disclosure disclosure, @Nullable PartScore score, int left) {
    return say(
        TerminalCode.EXAM_GRADED,
        "problem",
        attempt.problem(),
        "attempt",
        attempt.number(),
        "disclosure",
        disclosure,
        "verdict",
        score != null && score.passed() ? "PASSED" : "FAILED",
        "points",
        score == null ? 0 : score.points(),
        "most",
        score == null ? 0 : score.maxPoints(),
        "metric",
        score == null ? "" : score.metric(),
        "value",
        score == null ? "" : value(score.value()),
        "threshold",
        score == null ? "" : value(score.threshold()),
        "left",
        left);
  }

  private String notReleased(
      Attempt attempt, ProblemStanding.Release release, PartScore score, int left) {
    return say(
        TerminalCode.EXAM_NOT_RELEASED,
        "problem",
        attempt.problem(),
        "attempt",
        attempt.number(),
        "best",
        Objects.requireNonNull(release.shown()).number(),
        "disclosure",
        disclosure(),
        "points",
        score.points(),
        "most",
        score.maxPoints(),
        "metric",
        score.metric(),
        "value",
        value(score.value()),
        "left",
        left);
  }

  private static String value(double value) {
    return Numbers.decimal(value, 4);
  }
}
