package dev.assay.report.text;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Printable;
import dev.assay.commons.text.TextTable;
import dev.assay.commons.text.TextTable.Column;
import dev.assay.findings.Catalogue;
import dev.assay.findings.NoteCode;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.score.Metric;
import dev.assay.report.score.MetricText;
import dev.assay.report.score.Scores;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table at the end of a run: a line an answer, then the totals. */
public final class SummaryTable {
  private static final int SCORE = 3;
  private static final int POINTS = 5;
  private static final int VERDICT = 6;
  private static final int TIME = 7;

  /** The columns of names, those before the score, give way to this when the table is too wide. */
  private static final int SHORTEST_NAME = 8;

  private SummaryTable() {}

  /**
   * Renders the table.
   *
   * <p>Where it is too wide, long names are cut for an ellipsis; where that is not enough, the
   * intervals are left out, and then the table gives way to two lines an answer.
   *
   * @param reports the run's results, in the order of the lines
   * @param elapsed the run's time on the wall, which parallel grading makes less than the sum
   * @param columns how wide a line may be
   * @param texts the language
   * @return lines that end with LF, free of control characters
   */
  public static String render(
      List<GradeReport> reports, Duration elapsed, int columns, Catalogue texts) {
    if (reports.isEmpty()) {
      return texts.say(NoteCode.NOTHING_GRADED) + "\n";
    }
    TextTable table = table(reports, true, texts);
    if (!table.fits(columns)) {
      table = table(reports, false, texts);
    }
    Stream<String> lines =
        table.fits(columns)
            ? table.lines(columns).stream()
            : reports.stream().flatMap(report -> pair(report, columns, texts));
    return lines.map(line -> line + "\n").collect(Collectors.joining())
        + "\n"
        + Totals.line(reports, elapsed, texts)
        + "\n";
  }

  private static TextTable table(List<GradeReport> reports, boolean intervals, Catalogue texts) {
    TextTable table =
        new TextTable(
            Column.left(header("SUBMISSION", texts)).cutTo(SHORTEST_NAME),
            Column.left(header("PROBLEM", texts)).cutTo(SHORTEST_NAME),
            Column.left(header("DATA", texts)).cutTo(SHORTEST_NAME),
            Column.left(header(intervals ? "INTERVAL" : "SCORE", texts)),
            Column.left(header("NEEDED", texts)),
            Column.right(header("POINTS", texts)),
            Column.left(header("VERDICT", texts)),
            Column.right(header("TIME", texts)));
    reports.forEach(report -> table.add(cells(report, intervals, texts)));
    return table;
  }

  private static String header(String column, Catalogue texts) {
    return texts.say(TerminalCode.SUMMARY_HEADER, "column", column);
  }

  /** What was graded, then what came of it. */
  private static Stream<String> pair(GradeReport report, int columns, Catalogue texts) {
    List<String> cells = cells(report, false, texts);
    String graded = "%s / %s, %s".formatted(cells.get(0), cells.get(1), cells.get(2));
    String score =
        report.scores() == null ? "" : cells.get(SCORE) + " (" + cells.get(SCORE + 1) + "), ";
    String judged =
        "  %s %s, %s%s".formatted(cells.get(VERDICT), cells.get(POINTS), score, cells.get(TIME));
    return Stream.of(DisplayWidth.cut(graded, columns), judged);
  }

  private static List<String> cells(GradeReport report, boolean intervals, Catalogue texts) {
    Scores scores = report.scores();
    Judgement judgement = report.judgement();
    return List.of(
        Printable.line(report.submission().id()),
        Printable.line(report.problem()),
        report.dataset() == null ? "-" : Printable.line(report.dataset().variant()),
        scores == null ? "-" : score(scores.metric(), intervals),
        scores == null ? "-" : MetricText.threshold(scores.metric()),
        judgement.points() + "/" + judgement.maxPoints(),
        texts.say(TerminalCode.VERDICT_NAME, "verdict", judgement.verdict()),
        Numbers.time(report.seconds()));
  }

  private static String score(Metric metric, boolean intervals) {
    String value = metric.show();
    return metric.interval() == null || !intervals
        ? value
        : value + " " + MetricText.interval(metric.interval());
  }
}
