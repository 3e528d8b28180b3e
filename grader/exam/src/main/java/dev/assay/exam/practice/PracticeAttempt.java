package dev.assay.exam.practice;

import dev.assay.commons.text.Numbers;
import dev.assay.report.GradeReport;
import dev.assay.report.model.LayerLine;
import dev.assay.report.model.ModelSummary;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One grading of an answer of one's own.
 *
 * @param time when it ended, as ISO 8601 in UTC, to the second
 * @param name of the submission
 * @param problem the problem's id
 * @param data the variant of its data
 * @param verdict the name of the verdict
 * @param points it got
 * @param maxPoints the most there are
 * @param score what was measured; null where the grading ended before
 * @param findings the codes of what was noticed, the most important first
 * @param layers a line for each layer: type, output shape and weights
 * @param settings how the model was trained, by the names of {@code compile} and {@code fit}
 * @param hints how many hints to the problem had been read before
 * @param hidden what each hidden example added to the error; null where that is not known
 */
public record PracticeAttempt(
    String time,
    String name,
    String problem,
    String data,
    String verdict,
    int points,
    int maxPoints,
    @Nullable Score score,
    List<String> findings,
    List<String> layers,
    Map<String, String> settings,
    int hints,
    @Nullable HiddenLosses hidden) {
  /**
   * The metric that decides.
   *
   * @param metric its name
   * @param value on the hidden set
   * @param threshold where an answer passes
   * @param low the lower end of the 95 % interval; null where there is none
   * @param high its upper end
   */
  public record Score(
      String metric, double value, double threshold, @Nullable Double low, @Nullable Double high) {
    static @Nullable Score of(@Nullable Scores scores) {
      if (scores == null) {
        return null;
      }
      Metric metric = scores.metric();
      Interval interval = metric.interval();
      return new Score(
          metric.name(),
          metric.value(),
          metric.threshold(),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high());
    }
  }

  /** Copies the lists and settings. */
  public PracticeAttempt {
    findings = List.copyOf(findings);
    layers = List.copyOf(layers);
    settings = Map.copyOf(settings);
  }

  /**
   * The attempt that a grading was.
   *
   * @param settings how the model was trained; empty where it was not built
   * @param hints how many hints had been read
   * @param hidden what each hidden example added to the error; null where that is not known
   */
  public static PracticeAttempt of(
      GradeReport report,
      Map<String, String> settings,
      int hints,
      @Nullable HiddenLosses hidden,
      Instant now) {
    ModelSummary model = report.stages().model();
    return new PracticeAttempt(
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        report.submission().id(),
        report.problem(),
        report.dataset() == null ? "" : report.dataset().variant(),
        report.verdict().name(),
        report.judgement().points(),
        report.judgement().maxPoints(),
        Score.of(report.scores()),
        report.judgement().findings().stream().map(finding -> finding.code().name()).toList(),
        model == null ? List.of() : model.layers().stream().map(PracticeAttempt::line).toList(),
        new TreeMap<>(settings),
        hints,
        hidden);
  }

  private static String line(LayerLine layer) {
    String shape =
        layer.outputShape().stream()
            .map(size -> size < 0 ? "None" : String.valueOf(size))
            .collect(Collectors.joining(", ", "(", ")"));
    return layer.type() + " " + shape + ", " + Numbers.count(layer.parameters(), "weight");
  }

  /** Returns whether the answer passed. */
  public boolean passed() {
    return verdict.equals("PASSED");
  }
}
