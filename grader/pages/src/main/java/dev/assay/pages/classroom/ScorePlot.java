package dev.assay.pages.classroom;

import dev.assay.findings.PageCode;
import dev.assay.pages.Axis;
import dev.assay.pages.PageTexts;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all answers to a problem, a dot each, with the pass mark.
 *
 * @param problem its id
 * @param metric its name for people
 * @param label what the drawing shows, in words
 * @param note how many reach the pass mark
 * @param dots a dot an answer
 * @param threshold the place of the pass mark
 * @param thresholdText its label
 * @param ticks of the axis
 */
public record ScorePlot(
    String problem,
    String metric,
    String label,
    String note,
    List<Dot> dots,
    String threshold,
    String thresholdText,
    List<Tick> ticks) {
  /** The drawing's width, in its own units. */
  public static final int WIDTH = 640;

  /** The drawing's height. */
  public static final int HEIGHT = 150;

  /** The place of the axis from the top. */
  public static final int BASE = 126;

  private static final int EDGE = 14;
  private static final int BINS = 68;
  private static final double DOT = 8.5;
  private static final double HIGHEST = 100;
  private static final double LOWER_TENTH = 0.1;

  /**
   * An answer.
   *
   * @param x its place
   * @param y its place
   * @param passed whether it reaches the pass mark
   */
  public record Dot(String x, String y, boolean passed) {}

  /**
   * A number of the axis.
   *
   * @param x its place
   * @param text its label
   */
  public record Tick(String x, String text) {}

  /** Copies the components. */
  public ScorePlot {
    dots = List.copyOf(dots);
    ticks = List.copyOf(ticks);
  }

  /** Returns the side of the pass mark on which its label has room. */
  public String thresholdAnchor() {
    double place = Double.parseDouble(threshold) / WIDTH;
    return place > 0.85 ? "end" : place < 0.15 ? "start" : "middle";
  }

  /** The plot of a problem; null where no answer has a score. */
  static @Nullable ScorePlot of(String problem, List<GradeReport> reports, PageTexts texts) {
    List<GradeReport> scored =
        reports.stream()
            .filter(report -> report.verdict().scored() && report.scores() != null)
            .filter(report -> Double.isFinite(metric(report).value()))
            .sorted(Comparator.comparingDouble(report -> metric(report).value()))
            .toList();
    return scored.isEmpty() ? null : of(problem, scored, reports.size() - scored.size(), texts);
  }

  private static ScorePlot of(
      String problem, List<GradeReport> scored, int unscored, PageTexts texts) {
    Metric last = metric(scored.get(scored.size() - 1));
    List<Double> values = scored.stream().map(report -> metric(report).value()).toList();
    long passed = scored.stream().filter(ScorePlot::isPassed).count();
    Axis axis = axis(values, last);
    String name = texts.metric(last.name());
    String threshold = texts.number(last.threshold());
    return new ScorePlot(
        problem,
        name,
        texts.say(
            PageCode.PAGE_SCORES_LABEL,
            "metric",
            name,
            "count",
            scored.size(),
            "problem",
            problem,
            "low",
            texts.number(values.get(0)),
            "high",
            texts.number(values.get(values.size() - 1)),
            "passed",
            passed,
            "threshold",
            threshold),
        texts.say(
            PageCode.PAGE_SCORES_NOTE,
            "passed",
            passed,
            "count",
            scored.size(),
            "median",
            texts.number(median(values)),
            "unscored",
            unscored),
        dots(scored, axis),
        at(x(axis, last.threshold())),
        texts.say(PageCode.PAGE_PASS_MARK, "threshold", threshold),
        ticks(axis, values, texts));
  }

  static Metric metric(GradeReport report) {
    return Objects.requireNonNull(report.scores()).metric();
  }

  static boolean isPassed(GradeReport report) {
    return report.verdict() == Verdict.PASSED;
  }

  /** A few that are far off, such as R² of -16, must not press the others together. */
  private static Axis axis(List<Double> values, Metric metric) {
    boolean higher = metric.direction() == Direction.HIGHER;
    double most = Math.max(metric.threshold(), values.get(values.size() - 1));
    double tenth = values.get((int) (LOWER_TENTH * (values.size() - 1)));
    double span = Math.abs(most - metric.threshold()) + Math.abs(metric.threshold());
    double least = Math.max(Math.min(tenth, metric.threshold()), metric.threshold() - span);
    least = Math.max(least, Math.min(values.get(0), metric.threshold()));
    return Axis.around(List.of(least, higher ? Math.min(most, Math.max(1, most)) : most));
  }

  private static List<Dot> dots(List<GradeReport> scored, Axis axis) {
    Map<Long, List<GradeReport>> bins = new TreeMap<>();
    for (GradeReport report : scored) {
      long bin = Math.round(axis.place(metric(report).value()) * BINS);
      bins.computeIfAbsent(bin, b -> new ArrayList<>()).add(report);
    }
    int tallest = bins.values().stream().mapToInt(List::size).max().orElse(1);
    double step = Math.min(DOT, HIGHEST / tallest);
    List<Dot> dots = new ArrayList<>();
    bins.forEach(
        (bin, reports) -> {
          double x = EDGE + bin * (WIDTH - 2.0 * EDGE) / BINS;
          for (int i = 0; i < reports.size(); i++) {
            dots.add(new Dot(at(x), at(BASE - 7 - i * step), isPassed(reports.get(i))));
          }
        });
    return dots;
  }

  private static List<Tick> ticks(Axis axis, List<Double> values, PageTexts texts) {
    List<Tick> ticks = new ArrayList<>();
    for (double tick : axis.ticks()) {
      ticks.add(new Tick(at(x(axis, tick)), texts.number(Math.round(tick * 1e9) / 1e9)));
    }
    if (values.get(0) < axis.low() && !ticks.isEmpty()) {
      Tick first = ticks.get(0);
      String below = texts.say(PageCode.PAGE_SCORE_AT_MOST, "value", first.text());
      ticks.set(0, new Tick(first.x(), below));
    }
    return ticks;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double x(Axis axis, double value) {
    return EDGE + axis.place(value) * (WIDTH - 2 * EDGE);
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
