package dev.assay.cli.grade;

import dev.assay.commons.text.Numbers;
import dev.assay.problems.PassRule;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.score.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A Markdown table of the scores that answers reached over many seeds. */
final class CalibrationTable {
  private final PassRule rule;
  private final List<String> rows = new ArrayList<>();

  CalibrationTable(PassRule rule) {
    this.rule = rule;
  }

  /** Returns a line about one grading, as progress. */
  static String line(String answer, long seed, GradeReport report) {
    return String.format(
        Locale.ROOT,
        "%-12s seed %2d  %s  %s",
        answer,
        seed,
        report.verdict(),
        report.scores() == null ? "" : report.scores().metric().value());
  }

  void add(String answer, List<GradeReport> reports) {
    long passed = reports.stream().filter(report -> report.verdict() == Verdict.PASSED).count();
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %d of %d | %s | %s |",
            answer,
            passed,
            reports.size(),
            scores(reports),
            points(reports)));
  }

  private static String scores(List<GradeReport> reports) {
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
          .map(report -> report.verdict().name())
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
    return String.format(
            Locale.ROOT,
            "Pass mark: %s >= %.2f; bands for 1 to 4 points: %s.%n%n",
            rule.metric().key(),
            rule.threshold(),
            bands)
        + "| answer | passed | score: min / median / max | points: min / mean / max |\n"
        + "|---|---|---|---|\n"
        + String.join("\n", rows)
        + "\n";
  }
}
