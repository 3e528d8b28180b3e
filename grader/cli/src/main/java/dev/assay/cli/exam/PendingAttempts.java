package dev.assay.cli.exam;

import dev.assay.cli.grade.IsolationOptions;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.datasets.DataStore;
import dev.assay.exam.ledger.LockFile;
import dev.assay.exam.sitting.Attempt;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.GradingTries;
import dev.assay.exam.sitting.Outcome;
import dev.assay.exam.sitting.ProblemStanding;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.report.exam.PartScore;
import dev.assay.run.grading.DiskFullException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Grades the attempts that have arrived, one process at a time, and tells what may be told. */
record PendingAttempts(
    CommandLine command,
    Exams exams,
    DataStore store,
    IsolationOptions isolation,
    Streams streams) {
  /** A grading in another terminal is over by then, or it hangs. */
  private static final Duration PATIENCE = Duration.ofHours(6);

  private Screen screen() {
    return new Screen(streams.out(), Terminal.of(false));
  }

  /**
   * Grades all.
   *
   * @return the exit code: 0, or that of a grader error where the grader failed on one
   */
  @SuppressWarnings("try") // the lock is held, not used
  int grade(Exam exam) throws IOException, InterruptedException {
    Screen screen = screen();
    Optional<Closeable> free = LockFile.take(exam.files().gradingLock(), Duration.ZERO);
    if (free.isEmpty()) {
      screen.lines(List.of(streams.texts().say(TerminalCode.EXAM_WAITS)));
      free = LockFile.take(exam.files().gradingLock(), PATIENCE);
    }
    try (Closeable lock =
        free.orElseThrow(() -> new SentenceException(Sentence.of(FaultCode.EXAM_IN_USE)))) {
      int code = 0;
      for (Attempt attempt : exam.sitting().pending()) {
        code = Math.max(code, grade(exam, attempt, screen));
      }
      return code;
    }
  }

  private int grade(Exam exam, Attempt attempt, Screen screen)
      throws IOException, InterruptedException {
    GradingTries tries = exam.files().tries(attempt);
    if (!tries.begin()) {
      Sentence reason = Sentence.of(FaultCode.EXAM_GRADER_ENDS, "count", GradingTries.MOST);
      return fault(exam, attempt, reason.text(), reason.text(streams.texts()), screen);
    }
    ExamData.Finder data = new ExamData.Finder(command, exams, store, streams.texts());
    AttemptGrading.Result result;
    try {
      result = new AttemptGrading(exam, exam.sitting(), data, isolation, screen).grade(attempt);
    } catch (DiskFullException e) {
      tries.forget();
      say(
          screen,
          TerminalCode.EXAM_DISK,
          "reason",
          e.sentence(),
          "problem",
          attempt.problem(),
          "attempt",
          attempt.number());
      return Failures.GRADER_ERROR;
    }
    String message = result.last().judgement().message(streams.texts());
    Outcome outcome = result.outcome();
    if (outcome == null) {
      return fault(exam, attempt, result.last().judgement().message(), message, screen);
    }
    exam.graded(attempt, outcome);
    tell(exam.sitting(), attempt, message, screen);
    return 0;
  }

  private int fault(Exam exam, Attempt attempt, String reason, String said, Screen screen)
      throws IOException, InterruptedException {
    exam.faulted(attempt, reason);
    say(
        screen,
        TerminalCode.EXAM_FAULTED,
        "problem",
        attempt.problem(),
        "attempt",
        attempt.number(),
        "reason",
        said);
    return Failures.GRADER_ERROR;
  }

  private void tell(Sitting exam, Attempt attempt, String message, Screen screen) {
    ProblemStanding standing = standing(exam, attempt.problem());
    screen.lines(List.of(new ExamTexts(exam, streams).graded(standing, attempt, message)));
  }

  private static ProblemStanding standing(Sitting exam, String problem) {
    return exam.standings().stream()
        .filter(s -> s.problem().equals(problem))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the attempt whose score is public passes. */
  static boolean passes(Sitting exam, String problem) {
    ProblemStanding standing = standing(exam, problem);
    Attempt shown = standing.shown();
    Outcome outcome = shown == null ? null : shown.outcome();
    PartScore score = outcome == null ? null : outcome.shown(standing.rule()).shown();
    return score != null && score.passed();
  }

  private void say(Screen screen, TerminalCode code, Object... pairs) {
    screen.lines(List.of(streams.texts().say(code, pairs)));
  }
}
