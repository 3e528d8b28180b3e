package dev.assay.cli.practice;

import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Paragraph;
import dev.assay.exam.practice.PracticeLog;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay hint}. */
@Command(
    name = "hint",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the next hint to a problem; the first ones are general, the last ones concrete.",
      "How many you have read is kept with your next attempt.",
    })
public final class HintCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "PROBLEM", description = "The problem's id; see `assay list`.")
  private String id = "";

  @Option(names = "--all", description = "Show all hints, also those that you have read.")
  private boolean all;

  HintCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> hints =
        new ProblemChoice(spec.commandLine(), Problems.load())
            .problem(id)
            .hints(streams.language().locale());
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    if (hints.isEmpty()) {
      screen.lines(List.of(say(TerminalCode.HINT_NONE, "problem", id)));
      return 0;
    }
    PracticeLog log = PracticeLog.current();
    int read = Math.min(log.hintsRead(id), hints.size());
    int from = all ? 0 : Math.min(read, hints.size() - 1);
    int to = all ? hints.size() : from + 1;
    for (int i = from; i < to; i++) {
      String line =
          say(
              TerminalCode.HINT_SHOWN,
              "problem",
              id,
              "number",
              i + 1,
              "count",
              hints.size(),
              "hint",
              hints.get(i));
      screen.lines(Paragraph.wrap("", 2, line, screen.room()));
    }
    if (to == hints.size() && !all) {
      screen.lines(List.of(say(TerminalCode.HINT_LAST, "problem", id)));
    }
    if (to > read) {
      log.keepHints(id, to);
    }
    return 0;
  }

  private String say(TerminalCode code, Object... pairs) {
    return streams.texts().say(code, pairs);
  }
}
