package dev.assay.report.repeats;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.score.ClopperPearson;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One answer that was graded with several seeds.
 *
 * @param submission its id
 * @param problem the problem's id
 * @param repeats its gradings in the order of their seeds, at least one
 */
public record RepeatedAnswer(String submission, String problem, List<Repeat> repeats) {
  /**
   * One grading.
   *
   * @param seed of the split, the initial weights and the order of examples
   * @param verdict how it ended
   * @param points it got
   * @param metric what was measured; null where it ended before scoring
   */
  public record Repeat(long seed, Verdict verdict, int points, @Nullable Metric metric) {}

  /** Copies the list. */
  public RepeatedAnswer {
    repeats = List.copyOf(repeats);
  }

  /**
   * Puts the gradings of each answer together.
   *
   * @param runs the reports of each seed's gradings, by seed, in the order to keep
   * @return the answers in the order of the first run that has them
   */
  public static List<RepeatedAnswer> of(Map<Long, List<GradeReport>> runs) {
    Map<List<String>, List<Repeat>> answers = new LinkedHashMap<>();
    runs.forEach(
        (seed, reports) -> {
          for (GradeReport report : reports) {
            List<String> key = List.of(report.submission().id(), report.problem());
            answers.computeIfAbsent(key, k -> new ArrayList<>()).add(repeat(seed, report));
          }
        });
    return answers.entrySet().stream()
        .map(e -> new RepeatedAnswer(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .toList();
  }

  private static Repeat repeat(long seed, GradeReport report) {
    Scores scores = report.scores();
    return new Repeat(
        seed,
        report.verdict(),
        report.judgement().points(),
        scores == null ? null : scores.metric());
  }

  /** The scores, sorted; empty where none was scored. */
  public List<Double> values() {
    return repeats.stream()
        .map(Repeat::metric)
        .filter(Objects::nonNull)
        .map(metric -> Objects.requireNonNull(metric).value())
        .sorted()
        .toList();
  }

  /** The median score: the mean of the middle two of an even number; empty where none is. */
  public OptionalDouble median() {
    List<Double> sorted = values();
    if (sorted.isEmpty()) {
      return OptionalDouble.empty();
    }
    int middle = sorted.size() / 2;
    return OptionalDouble.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
  }

  /** How many gradings passed. */
  public int passed() {
    return (int) repeats.stream().filter(r -> r.verdict() == Verdict.PASSED).count();
  }

  /** The exact (Clopper-Pearson) 95 % interval of the share that passes. */
  public Interval share() {
    return ClopperPearson.interval(passed(), repeats.size());
  }

  /** Returns whether more than half of the gradings passed. */
  public boolean mostlyPasses() {
    return 2 * passed() > repeats.size();
  }
}
