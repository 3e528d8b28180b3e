package dev.assay.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table at the end of a run: a line an answer, then the totals. */
public final class SummaryTable {
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
   * @return lines that end with LF, free of control characters
   */
  public static String render(List<GradeReport> reports, Duration elapsed, int columns) {
    if (reports.isEmpty()) {
      return "Nothing was graded.\n";
    }
    List<List<String>> rows = rows(reports, true);
    if (width(shortest(rows)) > columns) {
      rows = rows(reports, false);
    }
    String table =
        width(shortest(rows)) <= columns
            ? table(rows, widths(rows, columns))
            : reports.stream().map(r -> pair(r, columns)).collect(Collectors.joining());
    return table + "\n" + Totals.line(reports, elapsed) + "\n";
  }

  private static String table(List<List<String>> rows, int[] widths) {
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  /** What was graded, then what came of it. */
  private static String pair(GradeReport report, int columns) {
    List<String> cells = cells(report, false);
    String graded = "%s / %s, %s".formatted(cells.get(0), cells.get(1), cells.get(2));
    String score =
        report.scores() == null ? "" : cells.get(SCORE) + " (" + cells.get(SCORE + 1) + "), ";
    String judged =
        "  %s %s, %s%s".formatted(cells.get(VERDICT), cells.get(POINTS), score, cells.get(TIME));
    return Text.cut(graded, columns) + "\n" + judged + "\n";
  }

  private static List<List<String>> rows(List<GradeReport> reports, boolean intervals) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(HEADER);
    header.set(SCORE, intervals ? "score [95 % interval]" : "score");
    rows.add(header);
    reports.forEach(report -> rows.add(cells(report, intervals)));
    return rows;
  }

  private static List<String> cells(GradeReport report, boolean intervals) {
    Scores scores = report.scores();
    Judgement judgement = report.judgement();
    return List.of(
        Printable.line(report.submission().id()),
        Printable.line(report.problem()),
        report.dataset() == null ? "-" : Printable.line(report.dataset().variant()),
        scores == null ? "-" : score(scores.metric(), intervals),
        scores == null ? "-" : Numbers.threshold(scores.metric()),
        judgement.points() + "/" + judgement.maxPoints(),
        judgement.verdict().name(),
        Numbers.time(report.seconds()));
  }

  private static String score(Metric metric, boolean intervals) {
    String value = Numbers.score(metric);
    return metric.interval() == null || !intervals
        ? value
        : value + " " + Numbers.interval(metric.interval());
  }

  private static int[] natural(List<List<String>> rows) {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      Arrays.setAll(widths, i -> Math.max(widths[i], Text.columns(row.get(i))));
    }
    return widths;
  }

  private static int[] shortest(List<List<String>> rows) {
    int[] widths = natural(rows);
    for (int i = 0; i < SCORE; i++) {
      widths[i] = Math.min(widths[i], SHORTEST_NAME);
    }
    return widths;
  }

  private static int width(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
  }

  /** Takes from the longest column of names until the line is short enough or all of them are. */
  private static int[] widths(List<List<String>> rows, int columns) {
    int[] widths = natural(rows);
    int least = width(shortest(rows));
    for (int excess = width(widths) - Math.max(columns, least); excess > 0; excess--) {
      int longest = 0;
      for (int i = 1; i < SCORE; i++) {
        longest = widths[i] > widths[longest] ? i : longest;
      }
      widths[longest]--;
    }
    return widths;
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
