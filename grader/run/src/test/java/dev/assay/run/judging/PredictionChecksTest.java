package dev.assay.run.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.PassRule;
import dev.assay.protocol.Message;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import dev.assay.run.TestProblem;
import dev.assay.run.Workbench;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.Stop;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions that come of something else than the example and training. */
class PredictionChecksTest {
  private static final PassRule ACCURACY = PassRule.accuracy(0.9, 0.4, 0.6, 0.7, 0.8);
  private static final PassRule R2 = PassRule.r2(0.8, 0.2, 0.4, 0.6, 0.7);

  @TempDir Path folder;

  private GradeReport grade(String name) throws Exception {
    GradeReport report =
        Workbench.grader(folder)
            .grade(
                Workbench.answer("trained." + name),
                TestProblem.assignment(TestProblem.LIMITS),
                GradingListener.SILENT);
    assertThat(report.verdict())
        .as(report.judgement().message())
        .isEqualTo(Verdict.CONTRACT_VIOLATION);
    assertThat(report.judgement().points()).isZero();
    assertThat(report.scores()).isNull();
    return report;
  }

  @Test
  void aModelThatPassesUntrainedIsRefused() throws Exception {
    assertPassesUntrained("LookupInConstants");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LookupInInitializers", "LookupInEmbedding", "LookupInUpdates"})
  @Tag("exhaustive")
  void whereverTheAnswersAreBuiltInIsRefused(String name) throws Exception {
    assertPassesUntrained(name);
  }

  private void assertPassesUntrained(String name) throws Exception {
    assertThat(grade(name).judgement().message())
        .contains("passes without having been trained", "accuracy is 0.9", "0.9 passes");
    assertThat(folder.resolve("answers/iris/initial.safetensors")).doesNotExist();
  }

  @Test
  @Tag("exhaustive")
  void aModelThatUsesStatisticsOfTheBatchIsRefused() throws Exception {
    assertThat(grade("BatchStatistics").judgement().message())
        .contains("when other examples are in its batch", "0.001 is allowed", "BatchNormalization");
  }

  @Test
  void roundingIsAllowedAndNothingMore() {
    assertThat(PredictionChecks.check(new Message.Predicted(PredictionChecks.TOLERANCE))).isEmpty();
    for (double difference : new double[] {0.00101, Float.MAX_VALUE, Double.NaN}) {
      assertThat(PredictionChecks.check(new Message.Predicted(difference)))
          .map(Stop::verdict)
          .contains(Verdict.CONTRACT_VIOLATION);
    }
  }

  private static Scores counted(int correct, int total) {
    Metric metric = Metric.ofCounts("accuracy", correct, total, 0.9, new Interval(0, 1));
    return new Scores(metric, Map.of(), null);
  }

  private static Scores measured(double r2) {
    Metric metric = Metric.ofValue("r2", r2, 0.8, Direction.HIGHER, new Interval(-1, 1));
    return new Scores(metric, Map.of(), null);
  }

  @Test
  void untrainedScoresArePassesFromTheThresholdOn() {
    assertThat(PredictionChecks.check(counted(26, 30), ACCURACY)).isEmpty();
    assertThat(PredictionChecks.check(measured(0.7999), R2)).isEmpty();
    assertThat(PredictionChecks.check(counted(27, 30), ACCURACY).orElseThrow().message())
        .contains("accuracy is 0.9000; 0.9 passes");
    assertThat(PredictionChecks.check(measured(0.8), R2).orElseThrow().message())
        .contains("r2 is 0.8000");
  }
}
