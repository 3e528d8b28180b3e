package dev.assay.cli.calibrate;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Numbers;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.PassRule;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.score.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown table of the scores that answers reached over many seeds. */
final class CalibrationTable {
  /** The columns of a line's cells. */
  private static final int ANSWER = 12;

  private static final int SEED = 7;
  private static final int VERDICT = 13;

  private final PassRule rule;
  private final Catalogue texts;
  private final List<String> rows = new ArrayList<>();

  CalibrationTable(PassRule rule, Catalogue texts) {
    this.rule = rule;
    this.texts = texts;
  }

  /** Returns a line about one grading, as progress. */
  String line(String answer, long seed, GradeReport report) {
    String number = texts.say(TerminalCode.CALIBRATION_SEED, "seed", seed);
    return String.join(
        "  ",
        DisplayWidth.left(answer, ANSWER),
        DisplayWidth.left(number, SEED),
        DisplayWidth.left(verdict(report), VERDICT),
        report.scores() == null ? "" : String.valueOf(report.scores().metric().value()));
  }

  private String verdict(GradeReport report) {
    return texts.say(TerminalCode.VERDICT_NAME, "verdict", report.verdict());
  }

  void add(String answer, List<GradeReport> reports) {
    long passed = reports.stream().filter(report -> report.verdict() == Verdict.PASSED).count();
    rows.add(
        row(
            answer,
            texts.say(TerminalCode.CALIBRATION_PASSED, "passed", passed, "graded", reports.size()),
            scores(reports),
            points(reports)));
  }

  private String scores(List<GradeReport> reports) {
    double[] sorted =
        reports.stream()
            .map(GradeReport::scores)
            .flatMap(
                scores -> scores == null ? List.<Scores>of().stream() : List.of(scores).stream())
            .mapToDouble(scores -> scores.metric().value())
            .sorted()
            .toArray();
    if (sorted.length < reports.size()) {
      return reports.stream()
          .map(this::verdict)
          .collect(Collectors.toCollection(TreeSet::new))
          .toString();
    }
    int last = sorted.length - 1;
    return "%s / %s / %s"
        .formatted(
            Numbers.decimal(sorted[0], 3),
            Numbers.decimal(sorted[sorted.length / 2], 3),
            Numbers.decimal(sorted[last], 3));
  }

  private static String points(List<GradeReport> reports) {
    var points = reports.stream().mapToInt(r -> r.judgement().points()).summaryStatistics();
    return String.format(
        Locale.ROOT, "%d / %.1f / %d", points.getMin(), points.getAverage(), points.getMax());
  }

  String markdown() {
    String bands =
        rule.bands().stream()
            .map(band -> String.format(Locale.ROOT, "%.2f", band))
            .collect(Collectors.joining(", "));
    return texts.say(
            TerminalCode.CALIBRATION_TITLE,
            "metric",
            rule.metric().key(),
            "threshold",
            rule.threshold(),
            "bands",
            bands)
        + "\n\n"
        + row(
            Stream.of("ANSWER", "PASSED", "SCORE", "POINTS")
                .map(column -> texts.say(TerminalCode.CALIBRATION_HEADER, "column", column))
                .toArray(String[]::new))
        + "\n|---|---|---|---|\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
