package dev.assay.cli.practice;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Paragraph;
import dev.assay.exam.practice.PracticeAttempt;
import dev.assay.exam.practice.PracticeLog;
import dev.assay.exam.practice.RecurringFinding;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay next}. */
@Command(
    name = "next",
    mixinStandardHelpOptions = true,
    description =
        "Says what to practise next: findings that recur in your attempts, problems that have not passed, and those not tried.")
public final class NextCommand implements Callable<Integer> {
  private final Streams streams;

  NextCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    List<PracticeAttempt> attempts = PracticeLog.current().attemptsSoFar();
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    List<String> advice =
        attempts.isEmpty() ? List.of(say(TerminalCode.NEXT_NONE)) : advice(attempts);
    for (String line : advice) {
      screen.lines(Paragraph.wrap("- ", 2, line, screen.room()));
    }
    return 0;
  }

  private List<String> advice(List<PracticeAttempt> attempts) {
    List<String> lines = new ArrayList<>();
    for (RecurringFinding finding : RecurringFinding.of(attempts)) {
      lines.add(
          say(
              TerminalCode.NEXT_RECURS,
              "code",
              finding.code(),
              "count",
              finding.attempts(),
              "problems",
              finding.problems()));
    }
    List<String> untried = new ArrayList<>();
    for (Problem problem : Problems.load().all()) {
      List<PracticeAttempt> own =
          attempts.stream().filter(a -> a.problem().equals(problem.id())).toList();
      if (own.isEmpty()) {
        untried.add(say(TerminalCode.NEXT_UNTRIED, "problem", problem.id()));
      } else if (own.stream().noneMatch(PracticeAttempt::passed)) {
        lines.add(failed(problem, own));
      }
    }
    lines.addAll(untried);
    return lines.isEmpty() ? List.of(say(TerminalCode.NEXT_DONE)) : lines;
  }

  private String failed(Problem problem, List<PracticeAttempt> attempts) {
    return say(
        TerminalCode.NEXT_FAILED,
        "problem",
        problem.id(),
        "points",
        attempts.stream().mapToInt(PracticeAttempt::points).max().orElse(0),
        "most",
        attempts.get(0).maxPoints(),
        "count",
        attempts.size(),
        "hints",
        !problem.hints(streams.language().locale()).isEmpty());
  }

  private String say(TerminalCode code, Object... pairs) {
    return streams.texts().say(code, pairs);
  }
}
