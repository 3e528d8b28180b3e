package dev.assay.cli.practice;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.exam.practice.PracticeAttempt;
import dev.assay.exam.practice.PracticeChanges;
import dev.assay.exam.practice.PracticeLadder;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.score.Interval;
import dev.assay.report.score.MetricText;
import dev.assay.report.text.Differences;
import dev.assay.report.text.PointsPlot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The attempts at one problem as text: a table, what each changed, and a plot of the scores.
 *
 * @param attempts the oldest first, at least one
 * @param room the width of a line
 * @param plain whether only ASCII may be used
 */
record HistoryText(List<PracticeAttempt> attempts, Catalogue texts, int room, boolean plain) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Older ones are in the plot only. */
  private static final int SHOWN = 20;

  private static final String NONE = "-";

  List<String> lines() {
    List<String> lines = new ArrayList<>(table());
    List<String> changes = changes();
    if (!changes.isEmpty()) {
      lines.add("");
      lines.addAll(changes);
    }
    lines.addAll(comparisons());
    lines.addAll(plot());
    return lines;
  }

  private int first() {
    return Math.max(0, attempts.size() - SHOWN);
  }

  private List<String> table() {
    TextTable table =
        new TextTable(
            TextTable.Column.right(head("NUMBER")),
            TextTable.Column.left(head("TIME")),
            TextTable.Column.left(head("NAME")).cutTo(10),
            TextTable.Column.left(head("SCORE")),
            TextTable.Column.right(head("POINTS")),
            TextTable.Column.left(head("VERDICT")),
            TextTable.Column.left(head("FINDINGS")).cutTo(12));
    for (int i = first(); i < attempts.size(); i++) {
      PracticeAttempt attempt = attempts.get(i);
      table.add(
          String.valueOf(i + 1),
          TIME.format(Instant.parse(attempt.time()).atZone(ZoneId.systemDefault())),
          attempt.name(),
          score(attempt.score()),
          attempt.points() + "/" + attempt.maxPoints(),
          say(TerminalCode.VERDICT_NAME, "verdict", attempt.verdict()),
          attempt.findings().isEmpty() ? NONE : String.join(", ", attempt.findings()));
    }
    return table.linesOrParagraphs(room);
  }

  private static String score(PracticeAttempt.@Nullable Score score) {
    if (score == null) {
      return NONE;
    }
    String value = Numbers.decimal(score.value(), 4);
    return score.low() == null || score.high() == null
        ? value
        : value + " " + MetricText.interval(new Interval(score.low(), score.high()));
  }

  /** Describes what each attempt changed, a paragraph each. */
  private List<String> changes() {
    List<String> lines = new ArrayList<>();
    for (int i = Math.max(1, first()); i < attempts.size(); i++) {
      List<String> parts = parts(PracticeChanges.between(attempts.get(i - 1), attempts.get(i)));
      if (!parts.isEmpty()) {
        String number = DisplayWidth.right(String.valueOf(i + 1), 3) + "  ";
        lines.addAll(Paragraph.wrap(number, 5, String.join("; ", parts), room));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, say(TerminalCode.HISTORY_CHANGES));
    }
    return lines;
  }

  /** Whether each attempt is better than the best before it by more than chance, a line each. */
  private List<String> comparisons() {
    List<String> lines = new ArrayList<>();
    for (PracticeLadder.Comparison each : PracticeLadder.of(attempts)) {
      if (each.attempt() >= first()) {
        String number = DisplayWidth.right(String.valueOf(each.attempt() + 1), 3) + "  ";
        String text =
            say(
                TerminalCode.HISTORY_COMPARED,
                "best",
                each.best() + 1,
                "kind",
                each.improved()
                    ? "BETTER"
                    : each.improvement() < -each.needed() ? "WORSE" : "SAME");
        lines.addAll(Paragraph.wrap(number, 5, text, room));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, say(TerminalCode.HISTORY_COMPARISONS));
      lines.add(0, "");
    }
    return lines;
  }

  private static List<String> parts(PracticeChanges changes) {
    List<String> parts = new ArrayList<>();
    changes.removed().forEach(layer -> parts.add("- " + layer));
    changes.added().forEach(layer -> parts.add("+ " + layer));
    changes
        .settings()
        .forEach(
            (name, setting) ->
                parts.add(
                    "%s: %s -> %s"
                        .formatted(
                            name,
                            Differences.of(setting.before(), setting.after()),
                            Differences.of(setting.after(), setting.before()))));
    return parts;
  }

  /** The scores over the attempts, in per cent, with the threshold; none where none was scored. */
  private List<String> plot() {
    List<PracticeAttempt.Score> scores = new ArrayList<>();
    attempts.stream().map(PracticeAttempt::score).forEach(s -> add(scores, s));
    if (scores.isEmpty()) {
      return List.of();
    }
    PracticeAttempt.Score last = scores.get(scores.size() - 1);
    List<Double> values = scores.stream().map(score -> percent(score.value())).toList();
    List<String> lines = new ArrayList<>(List.of(""));
    String heading =
        say(TerminalCode.HISTORY_PLOT, "metric", last.metric(), "threshold", last.threshold());
    lines.addAll(Paragraph.wrap("", 2, heading, room));
    lines.addAll(new PointsPlot(values, percent(last.threshold()), plain).lines(room));
    return lines;
  }

  private static void add(
      List<PracticeAttempt.Score> scores, PracticeAttempt.@Nullable Score score) {
    if (score != null && Double.isFinite(score.value())) {
      scores.add(score);
    }
  }

  /** Scores below 0, as R² can have, stand at the bottom. */
  private static double percent(double value) {
    return Math.max(0, Math.min(100, 100 * value));
  }

  private String head(String column) {
    return say(TerminalCode.HISTORY_HEADER, "column", column);
  }

  private String say(TerminalCode code, Object... pairs) {
    return texts.say(code, pairs);
  }
}
