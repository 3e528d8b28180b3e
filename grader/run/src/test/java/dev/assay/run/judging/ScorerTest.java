package dev.assay.run.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.problems.Task;
import dev.assay.report.Verdict;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import dev.assay.run.Models;
import dev.assay.run.TestProblem;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GraderException;
import dev.assay.run.record.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
  /** What is scored, of a task that need not be that of iris. */
  private static Assignment assignment(Task task) {
    PassRule rule =
        task == Task.REGRESSION
            ? PassRule.r2(0.8, 0.2, 0.4, 0.6, 0.7)
            : PassRule.accuracy(0.9, 0.4, 0.6, 0.7, 0.8);
    ProblemVariant variant = new ProblemVariant(entry("iris"), rule, TestProblem.LIMITS);
    Problem problem =
        new Problem() {
          @Override
          public String id() {
            return "any";
          }

          @Override
          public String title() {
            return "Any";
          }

          @Override
          public Task task() {
            return task;
          }

          @Override
          public List<ProblemVariant> variants() {
            return List.of(variant);
          }

          @Override
          public String statement() {
            return "";
          }

          @Override
          public String starter() {
            return "";
          }
        };
    return new Assignment(problem, variant);
  }

  private static DatasetEntry entry(String id) {
    return Problems.load().catalogue().entry(id, "embedded");
  }

  private static Dataset hidden(String id, NumericArray labels) {
    Examples none =
        new Examples(NumericArray.ofFloats(new float[1], 1, 1), NumericArray.ofInts(new int[1], 1));
    NumericArray features = NumericArray.ofFloats(new float[labels.rows()], labels.rows(), 1);
    return new Dataset(entry(id), none, none, new Examples(features, labels), "f", List.of());
  }

  private static NumericArray labels(int... classes) {
    return NumericArray.ofInts(classes, classes.length);
  }

  private static Step<Scores> step(
      Task task, Loss loss, Dataset data, int width, float... outputs) {
    return Scorer.score(
        Models.of(loss, FitPlan.epochs(1), width),
        data,
        assignment(task),
        NumericArray.ofFloats(outputs, outputs.length / width, width));
  }

  private static Scores score(Task task, Loss loss, Dataset data, int width, float... outputs) {
    return ((Step.Done<Scores>) step(task, loss, data, width, outputs)).value();
  }

  private static Scores multiclass(Dataset data, float... outputs) {
    return score(Task.MULTICLASS_CLASSIFICATION, Models.SPARSE, data, 3, outputs);
  }

  private static Metric binary(Loss loss, Dataset data, float... outputs) {
    return score(Task.BINARY_CLASSIFICATION, loss, data, 1, outputs).metric();
  }

  @Test
  void theLargestOutputIsTheClassAndTheFirstOfEquals() {
    Dataset data = hidden("iris", labels(2, 0, 1, 0));
    Scores scores =
        multiclass(data, 0.1f, 0.2f, 0.7f, 0.4f, 0.4f, 0.2f, 0, 0.5f, 0.5f, 0.2f, 0.4f, 0.4f);
    assertThat(scores.metric().correct()).isEqualTo(3);
    assertThat(scores.metric().total()).isEqualTo(4);
    assertThat(scores.metric().threshold()).isEqualTo(0.9);
    assertThat(scores.metrics()).containsOnlyKeys("accuracy", "macro_f1");
    assertThat(scores.classification()).isNotNull();
  }

  @Test
  void negativeOutputsAreComparedToo() {
    assertThat(multiclass(hidden("iris", labels(1)), -3, -1, -2).metric().correct()).isEqualTo(1);
  }

  @Test
  void twoOutputsOfABinaryProblemAreTheScoresOfItsClasses() {
    Dataset data = hidden("binary-classification", labels(1, 0, 1, 0));
    float[] logits = {-2, 1, 4, 3, 0.2f, 0.1f, -5, -6};
    Metric metric =
        score(
                Task.BINARY_CLASSIFICATION,
                Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits(),
                data,
                2,
                logits)
            .metric();
    assertThat(metric.correct()).isEqualTo(3);
    assertThat(metric.total()).isEqualTo(4);
  }

  @Test
  void aProbabilityOfOneHalfIsClassOneAndSoIsALogitOfZero() {
    Dataset ones = hidden("binary-classification", labels(1, 1, 1));
    assertThat(binary(Loss.BINARY_CROSSENTROPY, ones, 0.5f, 0.49f, 1).correct()).isEqualTo(2);
    assertThat(binary(Loss.BINARY_CROSSENTROPY.fromLogits(), ones, 0, -0.01f, 0.49f).correct())
        .isEqualTo(2);
  }

  @Test
  void aRegressionHasItsFigures() {
    Dataset data = hidden("basic-regression", NumericArray.ofFloats(new float[] {1, 2, 3, 4}, 4));
    Scores scores = score(Task.REGRESSION, Loss.MEAN_SQUARED_ERROR, data, 1, 1, 2, 3, 6);
    assertThat(scores.metric().value()).isEqualTo(1 - 4.0 / 5);
    assertThat(scores.metric().correct()).isNull();
    assertThat(scores.metrics())
        .containsEntry("mae", 0.5)
        .containsEntry("mse", 1.0)
        .containsEntry("rmse", 1.0);
    assertThat(scores.classification()).isNull();
  }

  /** The hidden labels are 1 0 0, 1 1 0; the second example has one of its three wrong. */
  @Test
  void labelsAreScoredEachByItself() {
    Dataset data = hidden("iris", NumericArray.ofBytes(new byte[] {1, 0, 0, 1, 1, 0}, 2, 3));
    Scores scores =
        score(
            Task.MULTILABEL_CLASSIFICATION,
            Loss.BINARY_CROSSENTROPY,
            data,
            3,
            0.5f,
            0.1f,
            0.2f,
            0.9f,
            0.4f,
            0.1f);
    assertThat(scores.metric().correct()).isEqualTo(1);
    assertThat(scores.metrics())
        .containsEntry("subset_accuracy", 0.5)
        .containsEntry("binary_accuracy", 5 / 6.0)
        .containsEntry("micro_f1", 0.8)
        .containsEntry("auc_setosa", Double.NaN)
        .containsEntry("auc_versicolor", 1.0);
    Loss logits = Loss.BINARY_CROSSENTROPY.fromLogits();
    assertThat(
            score(Task.MULTILABEL_CLASSIFICATION, logits, data, 3, 0, -1, -1, 1, 0.1f, -1)
                .metric()
                .correct())
        .isEqualTo(2);
  }

  @Test
  void severalLabelsAreScoredAsNothingElse() {
    Dataset labels = hidden("iris", NumericArray.ofBytes(new byte[] {1, 0, 0, 1, 1, 0}, 2, 3));
    Dataset numbers =
        hidden("basic-regression", NumericArray.ofFloats(new float[] {1, 2, 3, 4}, 2, 2));
    assertThatExceptionOfType(GraderException.class)
        .isThrownBy(() -> multiclass(labels, 1, 0, 0, 0, 1, 0))
        .withMessageContaining(
            "3 labels per example cannot be scored with 3 outputs as MULTICLASS");
    assertThatExceptionOfType(GraderException.class)
        .isThrownBy(() -> score(Task.REGRESSION, Loss.MEAN_SQUARED_ERROR, numbers, 1, 1, 2))
        .withMessageContaining(
            "2 labels per example cannot be scored with 1 outputs as REGRESSION");
    assertThatExceptionOfType(GraderException.class)
        .isThrownBy(
            () ->
                score(
                    Task.MULTILABEL_CLASSIFICATION,
                    Loss.BINARY_CROSSENTROPY,
                    labels,
                    2,
                    1,
                    0,
                    1,
                    0))
        .withMessageContaining("3 labels per example cannot be scored with 2 outputs");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void anOutputThatIsNoNumberIsDivergence(float output) {
    Dataset data = hidden("iris", labels(0, 1));
    Step<Scores> step =
        step(Task.MULTICLASS_CLASSIFICATION, Models.SPARSE, data, 3, 1, 0, 0, 0, 1, output);
    assertThat(step)
        .isInstanceOfSatisfying(
            Step.Ended.class,
            ended -> {
              assertThat(ended.stop().verdict()).isEqualTo(Verdict.DIVERGED);
              assertThat(ended.stop().message()).contains("predicts " + output);
            });
  }

  @Test
  void aMissingRowIsOurFault() {
    Dataset data = hidden("iris", labels(0, 1, 2));
    assertThatExceptionOfType(GraderException.class)
        .isThrownBy(() -> multiclass(data, 1, 0, 0, 0, 1, 0))
        .withMessageContaining("2 predictions for 3 hidden examples");
  }
}
