package dev.assay.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table at the end of a run: a line an answer, then the totals. At most 100 columns wide. */
public final class SummaryTable {

  /** No line is wider, in a terminal's columns. */
  public static final int WIDTH = 100;

  private static final List<String> HEADER =
      List.of(
          "submission",
          "problem",
          "data",
          "score [95 % interval]",
          "needed",
          "points",
          "verdict",
          "time");
  private static final String GAP = "  ";
  private static final int SCORE = 3;
  private static final int POINTS = 5;
  private static final int TIME = 7;

  /** The columns of names, those before the score, give way to this when the table is too wide. */
  private static final int SHORTEST_NAME = 8;

  private SummaryTable() {}

  /**
   * Renders the table. Long names, and then long scores, are cut for an ellipsis.
   *
   * @param reports the run's results, in the order of the lines
   * @param elapsed the run's time on the wall, which parallel grading makes less than the sum
   * @return lines that end with LF, free of control characters
   */
  public static String render(List<GradeReport> reports, Duration elapsed) {
    if (reports.isEmpty()) {
      return "Nothing was graded.\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    reports.forEach(report -> rows.add(cells(report)));
    int[] widths = widths(rows);
    String table = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    return table + "\n" + Totals.line(reports, elapsed) + "\n";
  }

  private static List<String> cells(GradeReport report) {
    Scores scores = report.scores();
    Judgement judgement = report.judgement();
    return List.of(
        Text.printable(report.submission().id()),
        Text.printable(report.problem()),
        report.dataset() == null ? "-" : Text.printable(report.dataset().variant()),
        scores == null ? "-" : score(scores.metric()),
        scores == null ? "-" : Numbers.threshold(scores.metric()),
        judgement.points() + "/" + judgement.maxPoints(),
        judgement.verdict().name(),
        Numbers.time(report.seconds()));
  }

  private static String score(Metric metric) {
    String value = Numbers.score(metric);
    return metric.interval() == null ? value : value + " " + Numbers.interval(metric.interval());
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      Arrays.setAll(widths, i -> Math.max(widths[i], Text.columns(row.get(i))));
    }
    int gaps = GAP.length() * (widths.length - 1);
    int excess = Arrays.stream(widths).sum() + gaps - WIDTH;
    for (; excess > 0; excess--) {
      widths[givingWay(widths)]--;
    }
    return widths;
  }

  /** The longest column of names, and once all of them are short the score. */
  private static int givingWay(int[] widths) {
    int longest = 0;
    for (int i = 1; i < SCORE; i++) {
      longest = widths[i] > widths[longest] ? i : longest;
    }
    return widths[longest] > SHORTEST_NAME ? longest : SCORE;
  }

  private static String line(List<String> row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String cell = Text.cut(row.get(i), widths[i]);
      cells.add(
          i == POINTS || i == TIME ? Text.right(cell, widths[i]) : Text.left(cell, widths[i]));
    }
    return String.join(GAP, cells).stripTrailing() + "\n";
  }
}
