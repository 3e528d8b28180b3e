package dev.assay.cli.exam;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.TextTable;
import dev.assay.exam.sitting.Attempt;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.ProblemStanding;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay exam status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows the time left, the attempts left, and what the exam discloses so far.")
final class ExamStatusCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ExamOption option;

  ExamStatusCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Exams exams = Exams.open();
    return Exams.run(streams, () -> show(exams.find(option.name())));
  }

  private int show(Exam exam) throws IOException, InterruptedException {
    Sitting now = exam.sitting();
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    screen.lines(List.of(line(now), ""));
    screen.lines(table(exam, now).linesOrParagraphs(screen.room()));
    for (Attempt attempt : now.pending()) {
      screen.lines(
          List.of(
              "",
              say(
                  TerminalCode.EXAM_PENDING,
                  "problem",
                  attempt.problem(),
                  "attempt",
                  attempt.number())));
    }
    return 0;
  }

  private String line(Sitting now) {
    String state =
        now.ending() != null
            ? "ENDED"
            : now.isOver() ? "OVER" : now.clock().paused() ? "PAUSED" : "OPEN";
    return say(
        TerminalCode.EXAM_STATUS,
        "title",
        now.blueprint().title().in(streams.language().locale()),
        "id",
        now.id(),
        "state",
        state,
        "left",
        ExamTexts.time(now.left()),
        "minutes",
        now.blueprint().rules().minutes());
  }

  private TextTable table(Exam exam, Sitting now) {
    TextTable table =
        new TextTable(
            TextTable.Column.left(head("PROBLEM")),
            TextTable.Column.right(head("LEFT")),
            TextTable.Column.left(head("LAST")).cutTo(10),
            TextTable.Column.left(head("FOLDER")).cutTo(10));
    ExamTexts texts = new ExamTexts(now, streams);
    for (ProblemStanding standing : now.standings()) {
      table.add(
          standing.problem(),
          now.attemptsLeft(standing.problem()) + "/" + standing.category().attempts(),
          texts.soFar(standing),
          ShownPaths.shown(HandOut.folder(exam.folder(), standing.problem())));
    }
    return table;
  }

  private String head(String column) {
    return say(TerminalCode.EXAM_HEADER, "column", column);
  }

  private String say(TerminalCode code, Object... pairs) {
    return streams.texts().say(code, pairs);
  }
}
