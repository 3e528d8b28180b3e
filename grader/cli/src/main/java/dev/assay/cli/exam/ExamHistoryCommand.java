package dev.assay.cli.exam;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.TextTable;
import dev.assay.findings.TerminalCode;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.text.PointsPlot;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay exam history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists the exams that ended, with a plot of their totals over time.")
final class ExamHistoryCommand implements Callable<Integer> {
  private final Streams streams;

  ExamHistoryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Exams exams = Exams.open();
    return Exams.run(streams, () -> show(new PastExams(exams, streams).results()));
  }

  private int show(List<ExamResult> results) {
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    if (results.isEmpty()) {
      screen.lines(List.of(say(TerminalCode.EXAM_HISTORY_NONE)));
      return 0;
    }
    TextTable table =
        new TextTable(
            TextTable.Column.left(head("EXAM")),
            TextTable.Column.left(head("TITLE")).cutTo(10),
            TextTable.Column.right(head("TOTAL")),
            TextTable.Column.left(head("RESULT")),
            TextTable.Column.right(head("TIME")));
    for (ExamResult result : results) {
      table.add(
          result.id(),
          result.title(),
          String.format(Locale.ROOT, "%.1f %%", result.total()),
          say(TerminalCode.EXAM_RESULT, "result", result.passed() ? "PASSED" : "FAILED"),
          Numbers.time(result.time().elapsedSeconds()));
    }
    screen.lines(table.linesOrParagraphs(screen.room()));
    double mark = results.get(results.size() - 1).terms().passMark();
    screen.lines(List.of("", say(TerminalCode.EXAM_HISTORY_PLOT, "mark", mark)));
    List<Double> totals = results.stream().map(ExamResult::total).toList();
    screen.lines(new PointsPlot(totals, mark, screen.isPlain()).lines(screen.room()));
    return 0;
  }

  private String head(String column) {
    return say(TerminalCode.EXAM_HEADER, "column", column);
  }

  private String say(TerminalCode code, Object... pairs) {
    return streams.texts().say(code, pairs);
  }
}
