package dev.assay.run.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.PassRule;
import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final PassRule ACCURACY = PassRule.accuracy(0.9, 0.4, 0.6, 0.7, 0.8);
  private static final PassRule R2 = PassRule.r2(0.8, 0.2, 0.4, 0.6, 0.7);

  private static Judgement counts(int correct, int total, Interval interval) {
    Metric metric = Metric.ofCounts("accuracy", correct, total, 0.9, interval);
    return judged(metric, null, ACCURACY);
  }

  private static Judgement value(double r2) {
    Metric metric = Metric.ofValue("r2", r2, 0.8, Direction.HIGHER, new Interval(-1, -0.5));
    return judged(metric, null, R2);
  }

  private static Judgement judged(Metric trained, @Nullable Metric untrained, PassRule rule) {
    return Judge.judge(trained, untrained, rule, List.of());
  }

  private static final Interval FAR = new Interval(0.1, 0.2);

  @ParameterizedTest
  @CsvSource({
    "27, 30, PASSED, 5", "26, 30, FAILED, 4", "24, 30, FAILED, 4", "23, 30, FAILED, 3",
    "12, 30, FAILED, 1", "11, 30, FAILED, 0", "0, 30, FAILED, 0", "30, 30, PASSED, 5"
  })
  void countsAreComparedAsCounts(int correct, int total, Verdict verdict, int points) {
    Judgement judgement = counts(correct, total, FAR);
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.points()).isEqualTo(points);
    assertThat(judgement.maxPoints()).isEqualTo(5);
  }

  @Test
  void theMessageSaysHowFarItIsFromPassing() {
    assertThat(counts(26, 30, FAR).message())
        .startsWith(
            "26 of 30 hidden examples are right (accuracy 0.8667), 1 short of the 27 needed to pass.");
    assertThat(counts(9_000, 10_000, FAR).message())
        .isEqualTo(
            "9,000 of 10,000 hidden examples are right (accuracy 0.9000); 9,000 are needed to pass.");
  }

  @Test
  void theMessageNamesTheMetric() {
    Metric subset = Metric.ofCounts("subset_accuracy", 27, 30, 0.9, FAR);
    assertThat(judged(subset, null, ACCURACY).message())
        .startsWith("27 of 30 hidden examples are right (subset accuracy 0.9000); ");
    Metric f1 = Metric.ofValue("macro_f1", 0.75, 0.8, Direction.HIGHER, FAR);
    assertThat(judged(f1, null, R2).message())
        .startsWith("Macro F1 is 0.7500; 0.80 is needed to pass.");
  }

  @Test
  void aThresholdInsideTheIntervalIsSaid() {
    assertThat(counts(26, 30, new Interval(0.703, 0.947)).message())
        .contains("inside the 95 % interval of the score, 0.703 to 0.947")
        .contains("the verdict could differ");
    assertThat(counts(28, 30, new Interval(0.787, 0.982)).message()).contains("could differ");
    assertThat(counts(28, 30, new Interval(0.901, 0.982)).message()).doesNotContain("interval");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.8       | PASSED | 5 | R² 0.8000 meets the pass mark of 0.80.",
        "0.7999999 | FAILED | 4 | R² is 0.7999; 0.80 is needed to pass.",
        "0.55      | FAILED | 2 | R² is 0.5500; 0.80 is needed to pass.",
        "-3        | FAILED | 0 | R² is -3.0000; 0.80 is needed to pass.",
        "-1.234e36 | FAILED | 0 | R² is -1.23e+36; 0.80 is needed to pass."
      })
  void valuesAreComparedAsTheyAreAndShownSoThatTheySayTheSame(
      double r2, Verdict verdict, int points, String message) {
    Judgement judgement = value(r2);
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.points()).isEqualTo(points);
    assertThat(judgement.message()).startsWith(message);
  }

  private static Metric accuracy(int correct) {
    return Metric.ofCounts("accuracy", correct, 50, 0.9, FAR);
  }

  /** Of 50, 20 are worth 1 point, 30 are 2, 35 are 3, 40 are 4, and 45 pass. */
  @ParameterizedTest
  @CsvSource({
    "43, 43, 0",
    "43, 40, 0",
    "43, 39, 1",
    "43, 30, 2",
    "43, 20, 3",
    "43, 19, 4",
    "43, 0, 4",
    "30, 40, 0",
    "30, 20, 1",
    "10, 40, 0",
    "45, 44, 5",
    "50, 20, 5"
  })
  void pointsBelowTheThresholdAreThoseThatTrainingAdded(int trained, int untrained, int points) {
    Judgement judgement = judged(accuracy(trained), accuracy(untrained), ACCURACY);
    assertThat(judgement.points()).isEqualTo(points);
    assertThat(judgement.verdict()).isEqualTo(points == 5 ? Verdict.PASSED : Verdict.FAILED);
  }

  /** R² of 0.2 is worth 1 point, 0.4 are 2, 0.6 are 3, and 0.7 are 4. */
  @ParameterizedTest
  @CsvSource({"0.75, 0.65, 1", "0.75, 0.1999, 4", "0.75, -1e30, 4", "0.75, 0.2, 3"})
  void untrainedValuesCostTheirPointsAsCountsDo(double trained, double untrained, int points) {
    Metric before = Metric.ofValue("r2", untrained, 0.8, Direction.HIGHER, FAR);
    Metric after = Metric.ofValue("r2", trained, 0.8, Direction.HIGHER, FAR);
    assertThat(judged(after, before, R2).points()).isEqualTo(points);
  }

  @Test
  void pointsThatAreTakenAreExplainedFirst() {
    Judgement judgement = judged(accuracy(43), accuracy(35), ACCURACY);
    assertThat(judgement.findings())
        .first()
        .extracting(finding -> finding.code().name())
        .isEqualTo("UNTRAINED_POINTS");
    assertThat(judgement.message())
        .contains(
            "Without training the model already scores accuracy 0.7000, worth 3 of the 4 points that it reached: only what training adds counts, 1.",
            "let trained weights decide");
    assertThat(judged(accuracy(43), accuracy(19), ACCURACY).findings())
        .extracting(finding -> finding.code().name())
        .doesNotContain("UNTRAINED_POINTS");
  }

  @Test
  void anAnswerThatFailsIsToldWhyAndWhatToDo() {
    Metric metric = Metric.ofCounts("accuracy", 10, 30, 0.9, FAR);
    Finding cause =
        Finding.of(
            FindingCode.UNDERFITTING,
            "relation",
            "EQUAL",
            "loss",
            0.895,
            "validation",
            0.9,
            "held",
            false,
            "small",
            true,
            "layer",
            "dense",
            "width",
            4);
    Judgement judgement = Judge.judge(metric, null, ACCURACY, List.of(cause));
    assertThat(judgement.findings())
        .extracting(finding -> finding.code().name())
        .containsExactly("UNDERFITTING");
    assertThat(judgement.message())
        .contains("17 short of the 27 needed to pass. The training loss", "Add units or layers");
  }
}
