package dev.assay.cli.repeat;

import dev.assay.cli.terminal.Screen;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.PassRule;
import dev.assay.report.GradeReport;
import dev.assay.report.repeats.RepeatedAnswer;
import dev.assay.report.score.Metric;
import dev.assay.report.score.MetricText;
import dev.assay.report.score.Scores;
import dev.assay.report.score.Wilson;
import dev.assay.run.grading.Assignment;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows several gradings of one answer, and what they come to together. */
public final class RepeatTable {
  private static final double CONFIDENCE = 0.95;

  private final String title;
  private final Assignment assignment;
  private final Catalogue texts;
  private final Screen screen;

  RepeatTable(String submission, Assignment assignment, Catalogue texts, Screen screen) {
    title = submission + " / " + assignment.problem().id();
    this.assignment = assignment;
    this.texts = texts;
    this.screen = screen;
  }

  /** A repeat ended. */
  void repeat(long seed, GradeReport report) {
    line("SEED", seed, report);
  }

  /** A fold ended. */
  void fold(long number, GradeReport report) {
    line("FOLD", number, report);
  }

  private void line(String kind, long number, GradeReport report) {
    Metric metric = metric(report);
    show(
        TerminalCode.REPEAT_LINE,
        "title",
        title,
        "kind",
        kind,
        "number",
        String.valueOf(number),
        "verdict",
        texts.say(TerminalCode.VERDICT_NAME, "verdict", report.verdict()),
        "score",
        metric == null ? report.judgement().message(texts) : metric.name() + " " + metric.show());
  }

  private static @Nullable Metric metric(GradeReport report) {
    Scores scores = report.scores();
    return scores == null ? null : scores.metric();
  }

  /** Shows median, range and how many pass. */
  void repeated(RepeatedAnswer answer) {
    show(List.of(answer), texts, screen);
  }

  /** Shows median, range and how many pass of each answer. */
  public static void show(List<RepeatedAnswer> answers, Catalogue texts, Screen screen) {
    for (RepeatedAnswer answer : answers) {
      List<Double> values = answer.values();
      boolean none = values.isEmpty();
      String line =
          texts.say(
              TerminalCode.REPEAT_SUMMARY,
              "title",
              answer.submission() + " / " + answer.problem(),
              "scored",
              values.size(),
              "repeats",
              answer.repeats().size(),
              "median",
              none ? "-" : Numbers.decimal(answer.median().orElseThrow(), 4),
              "low",
              none ? "-" : Numbers.decimal(values.get(0), 4),
              "high",
              none ? "-" : Numbers.decimal(values.get(values.size() - 1), 4),
              "passed",
              answer.passed(),
              "interval",
              MetricText.interval(answer.share()));
      screen.lines(Paragraph.wrap("", 2, line, screen.room()));
    }
  }

  /** Shows the pooled score of all folds; returns whether it passes. */
  boolean pooled(List<GradeReport> reports, DataStore store, long seed) throws DataException {
    List<Metric> metrics =
        reports.stream()
            .map(RepeatTable::metric)
            .flatMap(metric -> metric == null ? Stream.<Metric>empty() : Stream.of(metric))
            .toList();
    if (metrics.size() < reports.size()) {
      show(
          TerminalCode.FOLDS_STOPPED,
          "title",
          title,
          "stopped",
          reports.size() - metrics.size(),
          "folds",
          reports.size());
      return false;
    }
    return metrics.get(0).correct() == null
        ? pooledNumbers(reports, store.load(assignment.entry(), seed))
        : pooledCounts(metrics);
  }

  private boolean pooledCounts(List<Metric> metrics) {
    int correct = metrics.stream().mapToInt(m -> Objects.requireNonNull(m.correct())).sum();
    int total = metrics.stream().mapToInt(m -> Objects.requireNonNull(m.total())).sum();
    PassRule rule = assignment.variant().passRule();
    long needed = PassRule.needed(rule.threshold(), total);
    show(
        TerminalCode.FOLDS_COUNTS,
        "title",
        title,
        "folds",
        metrics.size(),
        "correct",
        correct,
        "total",
        total,
        "metric",
        metrics.get(0).name(),
        "value",
        Numbers.decimal((double) correct / total, 4),
        "interval",
        MetricText.interval(Wilson.interval(correct, total, CONFIDENCE)),
        "needed",
        needed,
        "passed",
        correct >= needed);
    return correct >= needed;
  }

  /** R² of all rows together: the squared errors of all folds over the labels' own spread. */
  private boolean pooledNumbers(List<GradeReport> reports, Dataset data) {
    double residual = 0;
    int total = 0;
    for (GradeReport report : reports) {
      int hidden = Objects.requireNonNull(report.dataset()).sizes().hidden();
      double mse = Objects.requireNonNull(report.scores()).metrics().getOrDefault("mse", 0.0);
      residual += mse * hidden;
      total += hidden;
    }
    double[] labels =
        Stream.of(data.train(), data.validation(), data.hidden())
            .flatMapToDouble(RepeatTable::labels)
            .toArray();
    double mean = DoubleStream.of(labels).average().orElseThrow();
    double spread = DoubleStream.of(labels).map(y -> (y - mean) * (y - mean)).sum();
    double r2 = 1 - residual / spread;
    double threshold = assignment.variant().passRule().threshold();
    show(
        TerminalCode.FOLDS_NUMBERS,
        "title",
        title,
        "folds",
        reports.size(),
        "total",
        total,
        "value",
        Numbers.decimal(r2, 4),
        "threshold",
        threshold,
        "passed",
        r2 >= threshold);
    return r2 >= threshold;
  }

  private static DoubleStream labels(Examples part) {
    return DoubleStream.iterate(0, i -> i < part.size(), i -> i + 1)
        .map(i -> part.labels().getFloat((int) i));
  }

  private void show(TerminalCode code, Object... pairs) {
    screen.lines(Paragraph.wrap("", 2, texts.say(code, pairs), screen.room()));
  }
}
