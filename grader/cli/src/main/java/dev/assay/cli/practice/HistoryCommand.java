package dev.assay.cli.practice;

import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.exam.practice.PracticeAttempt;
import dev.assay.exam.practice.PracticeLog;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Shows your attempts: scores over time with the pass mark, and what each attempt changed.",
      "Every `assay grade` of one answer of your own is an attempt.",
    })
public final class HistoryCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROBLEM",
      description = "The problem's id; see `assay list`. Default: all problems with attempts.")
  private @Nullable String problem;

  HistoryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Problems problems = Problems.load();
    if (problem != null) {
      new ProblemChoice(spec.commandLine(), problems).problem(problem);
    }
    List<PracticeAttempt> all = PracticeLog.current().attemptsSoFar();
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    boolean shown = false;
    for (String id : problem == null ? problems.ids() : List.of(problem)) {
      List<PracticeAttempt> attempts = all.stream().filter(a -> a.problem().equals(id)).toList();
      if (!attempts.isEmpty()) {
        screen.lines(shown ? List.of("", id) : List.of(id));
        screen.lines(
            new HistoryText(attempts, streams.texts(), screen.room(), screen.isPlain()).lines());
        shown = true;
      }
    }
    if (!shown) {
      screen.lines(List.of(streams.texts().say(TerminalCode.HISTORY_NONE)));
    }
    return 0;
  }
}
