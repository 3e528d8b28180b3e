package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.report.model.Audit;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.LayerLine;
import dev.assay.report.model.ModelSummary;
import dev.assay.report.model.Training;
import dev.assay.report.score.ClassScore;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {

  private static final Interval ANY = new Interval(0, 1);
  private static final GradeReport WHOLE = Reports.classification();

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(() -> new Submission(" ", null), "submission.id must not be blank"),
        wrong(
            () -> new SplitSizes(1, -1, 1), "dataset.validation must be at least 0. Received: -1"),
        wrong(() -> judgement(Verdict.PASSED, 6), "points must be in [0, 5]. Received: 6"),
        wrong(() -> judgement(Verdict.CRASHED, 1), "points must be 0 with verdict CRASHED"),
        wrong(() -> new Interval(1, 0), "interval.low must not exceed interval.high"),
        wrong(() -> new Interval(Double.NaN, 0), "interval.low must be finite. Received: NaN"),
        wrong(() -> Metric.ofCounts("accuracy", 3, 2, 0.5, ANY), "Received: 3 and 2"),
        wrong(() -> Metric.ofCounts("accuracy", 0, 0, 0.5, ANY), "Received: 0 and 0"),
        wrong(() -> metricWithOneCount(), "Received: 1 and null"),
        wrong(() -> new ClassScore("a", 1.1, 0, 0, 1), "perClass.precision must be in [0, 1]"),
        wrong(() -> matrix(List.of(List.of(1))), "rows must be at least 2. Received: 1"),
        wrong(() -> matrix(List.of(List.of(1, 2), List.of(3))), "must be 2 x 2"),
        wrong(() -> matrix(List.of(List.of(1, 2), List.of(3, -4))), "Received: -4"),
        wrong(() -> new ModelSummary(5, 6, 0, 0, List.of()), "model.trainable must be in [0, 5]"),
        wrong(() -> new ModelSummary(5, 5, -1, 0, List.of()), "model.flops"),
        wrong(() -> new ModelSummary(5, 5, 0, -1, List.of()), "model.builtIn"),
        wrong(() -> new Audit(0.5, false, List.of()), "audit.examples must not be empty"),
        wrong(() -> new Audit(0.5, false, List.of(-1)), "audit.examples must be at least 0"),
        wrong(() -> new Audit(Double.NaN, true, List.of(1)), "audit.score must be a number"),
        wrong(() -> new LayerLine("a", "Dense", List.of(-2L), 0), "at least -1. Received: -2"),
        wrong(() -> line(0), "history.epoch must be at least 1"),
        wrong(() -> new EpochLine(1, 0, Map.of(), 0), "history.loss must not be null"),
        wrong(() -> new EpochLine(1, 0, named("seconds"), 0), "must not be named seconds"),
        wrong(() -> new EpochLine(1, -1, named("x"), 0), "history.seconds must be a time"),
        wrong(
            () -> new Training(2, 3, "done", 1, List.of()), "training.bestEpoch must be in [1, 2]"),
        wrong(() -> new Training(2, 1, "done", 1, List.of(line(3))), "Received: epoch 3 after 0"),
        wrong(
            () -> new Training(4, null, "done", 1, List.of(of(1, null), of(1, null))),
            "Received: epoch 1 after 1"),
        wrong(() -> of(0, null), "history.member must be at least 1"),
        wrong(() -> of(1, 0), "history.fold must be at least 1"),
        wrong(
            () -> new Training(2, 1, "done", 1, List.of(line(2), line(1))),
            "Received: epoch 1 after 2"),
        wrong(() -> new Platform("17", "Linux", "amd64", null, 0, Mode.FAST), "provenance.threads"),
        wrong(() -> circumstances(Double.NaN), "timings.train must be a time"),
        wrong(() -> withoutScores(), "verdict PASSED must come with a data set and a metric"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongValueIsRefusedWithItsNameAndItsRule(ThrowingCallable make, String complaint) {
    assertThatIllegalArgumentException().isThrownBy(make).withMessageContaining(complaint);
  }

  @Test
  void listsAndMapsAreCopiedInTheirOrder() {
    Map<String, Double> timings = new LinkedHashMap<>(Map.of("train", 1.0));
    timings.put("build", 2.0);
    List<String> missing = new ArrayList<>(List.of("network"));
    Circumstances copy =
        new Circumstances(
            new Isolation("process", missing), timings, WHOLE.circumstances().provenance());
    timings.clear();
    missing.clear();
    assertThat(copy.timings().keySet()).containsExactly("train", "build");
    assertThat(copy.isolation()).isEqualTo(new Isolation("process", List.of("network")));
  }

  @Test
  void theTimeOfAReportIsTheSumOfItsStages() {
    assertThat(WHOLE.seconds()).isEqualTo(2.25);
  }

  @Test
  void theThresholdInsideTheIntervalIsToldApart() {
    assertThat(Reports.accuracy(45, 50, 0.9).thresholdInsideInterval()).isTrue();
    assertThat(Reports.accuracy(45, 50, 0.7).thresholdInsideInterval()).isFalse();
    assertThat(Metric.ofValue("r2", 1, 1, Direction.HIGHER, null).thresholdInsideInterval())
        .isFalse();
  }

  private static Arguments wrong(ThrowingCallable make, String complaint) {
    return Arguments.of(make, complaint);
  }

  private static Judgement judgement(Verdict verdict, int points) {
    return new Judgement(verdict, Reports.said("So it is."), points, 5, List.of());
  }

  private static Metric metricWithOneCount() {
    return new Metric("accuracy", 1, 0.5, Direction.HIGHER, 1, null, null);
  }

  private static Classification matrix(List<List<Integer>> confusion) {
    return new Classification(List.of("a", "b"), confusion, List.of());
  }

  /** The first epoch of an ensemble's training. */
  private static EpochLine of(Integer member, @Nullable Integer fold) {
    return new EpochLine(member, fold, 1, 1, Map.of("loss", 1.0), 0.1);
  }

  private static EpochLine line(int epoch) {
    return new EpochLine(epoch, 1, Map.of("loss", 1.0), 0.1);
  }

  private static Map<String, Double> named(String name) {
    return Map.of("loss", 1.0, name, 1.0);
  }

  private static Circumstances circumstances(double seconds) {
    return new Circumstances(null, Map.of("train", seconds), WHOLE.circumstances().provenance());
  }

  private static GradeReport withoutScores() {
    return new GradeReport(
        WHOLE.submission(),
        WHOLE.problem(),
        WHOLE.dataset(),
        WHOLE.judgement(),
        null,
        WHOLE.stages(),
        WHOLE.circumstances());
  }
}
