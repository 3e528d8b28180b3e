package dev.assay.training.losses;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.Resources;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.AUC;
import dev.assay.keras.metrics.F1Score;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Metrics over 270 rows, which end in a partial batch; the numbers are from
 * src/test/python/losses.py.
 */
class MetricValuesTest {
  private static final int ROWS = 270;
  private static final int OUTPUTS = 4;
  private static final Map<String, Metric> METRICS = metrics();
  private static final Map<String, double[]> SETS =
      Resources.rows(MetricValuesTest.class, "metrics.tsv")
          .filter(cells -> cells[0].equals("set"))
          .collect(Collectors.toMap(cells -> cells[1], cells -> Resources.numbers(cells[2])));

  private static Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    metrics.put("Accuracy", Metric.ACCURACY);
    metrics.put("CategoricalAccuracy", Metric.CATEGORICAL_ACCURACY);
    metrics.put("SparseCategoricalAccuracy", Metric.SPARSE_CATEGORICAL_ACCURACY);
    metrics.put("TopKCategoricalAccuracy 2", Metric.TOP_K_CATEGORICAL_ACCURACY.k(2));
    metrics.put("SparseTopKCategoricalAccuracy 3", Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY.k(3));
    metrics.put("BinaryAccuracy", Metric.BINARY_ACCURACY);
    metrics.put("BinaryAccuracy 0.3", Metric.BINARY_ACCURACY.threshold(0.3));
    metrics.put("SubsetAccuracy", Metric.SUBSET_ACCURACY);
    metrics.put("SubsetAccuracy 0.3", Metric.SUBSET_ACCURACY.threshold(0.3));
    metrics.put("Precision", Metric.PRECISION);
    metrics.put("Precision 0.7", Metric.PRECISION.threshold(0.7));
    metrics.put("Recall", Metric.RECALL);
    metrics.put("Recall 0.3", Metric.RECALL.threshold(0.3));
    metrics.put("F1Score macro", Metric.F1_SCORE);
    metrics.put("F1Score micro", Metric.F1_SCORE.average(F1Score.Average.MICRO));
    metrics.put("F1Score weighted", Metric.F1_SCORE.average(F1Score.Average.WEIGHTED));
    metrics.put("F1Score 0.4", Metric.F1_SCORE.threshold(0.4));
    metrics.put("MeanIoU", Metric.MEAN_IOU);
    metrics.put("AUC ROC", Metric.ROC_AUC);
    metrics.put("AUC PR", Metric.PR_AUC);
    metrics.put("AUC multi-label", Metric.ROC_AUC.multiLabel(true));
    metrics.put("AUC 20", Metric.ROC_AUC.numThresholds(20));
    metrics.put("MeanAbsoluteError", Metric.MEAN_ABSOLUTE_ERROR);
    metrics.put("MeanSquaredError", Metric.MEAN_SQUARED_ERROR);
    metrics.put("RootMeanSquaredError", Metric.ROOT_MEAN_SQUARED_ERROR);
    metrics.put("MeanAbsolutePercentageError", Metric.MEAN_ABSOLUTE_PERCENTAGE_ERROR);
    metrics.put("MeanSquaredLogarithmicError", Metric.MEAN_SQUARED_LOGARITHMIC_ERROR);
    metrics.put("LogCoshError", Metric.LOG_COSH_ERROR);
    metrics.put("CosineSimilarity", Metric.COSINE_SIMILARITY);
    metrics.put("R2Score", Metric.R2_SCORE);
    return metrics;
  }

  static Stream<String[]> rows() {
    return Resources.rows(MetricValuesTest.class, "metrics.tsv")
        .filter(cells -> !cells[0].equals("set"));
  }

  /** The labels in the set's own form. */
  private static TensorData labels(String set) {
    double[] values = Objects.requireNonNull(SETS.get(set));
    if (set.equals("classes") || set.equals("single")) {
      return classes(Arrays.stream(values).mapToInt(value -> (int) value).toArray());
    }
    return floats(List.of(ROWS, values.length / ROWS), values);
  }

  private static TensorData outputs(boolean single) {
    double[] values = Objects.requireNonNull(SETS.get("outputs"));
    if (!single) {
      return floats(List.of(ROWS, OUTPUTS), values);
    }
    double[] first = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      first[row] = values[row * OUTPUTS];
    }
    return floats(List.of(ROWS, 1), first);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void valuesAreThoseOfTheWholeSet(String name, String set, double expected) {
    boolean single = set.equals("single");
    Metric metric = Objects.requireNonNull(METRICS.get(name.replaceFirst("^single ", "")));
    Labelled data = new Labelled(outputs(single), labels(set));
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            Fixtures.FROZEN,
            Loss.MEAN_SQUARED_ERROR,
            List.of(metric),
            Fixtures.identity());

    Trainings.Run run = Trainings.train(graph, FitPlan.epochs(1).batchSize(7), data);

    Offset<Double> close = Offset.offset(2e-6 * Math.max(1, Math.abs(expected)));
    assertThat(run.value(1, metric.key())).isCloseTo(expected, close);
    assertThat(run.value(1, "val_" + metric.key())).isCloseTo(expected, close);
  }

  @Test
  void everyKindOfMetricHasARow() {
    assertThat(METRICS.values().stream().map(Object::getClass).distinct())
        .hasSameSizeAs(Metric.class.getPermittedSubclasses());
    assertThat(rows().map(cells -> cells[0])).containsAll(METRICS.keySet());
  }

  @Test
  void aKeySaysWhichWayIsBetter() {
    for (Metric metric : METRICS.values()) {
      assertThat(Metric.higherIsBetter("val_" + metric.key() + "_1"))
          .as(metric.key())
          .isEqualTo(metric.higherIsBetter());
    }
    assertThat(Metric.higherIsBetter("val_loss")).isFalse();
  }

  private static Map<String, Double> evaluate(
      Loss loss, List<Metric> metrics, TensorData outputs, TensorData labels) {
    ModelGraph graph = Fixtures.graph(outputs, Fixtures.FROZEN, loss, metrics, Fixtures.identity());
    return Trainings.evaluate(graph, Map.of(), new Labelled(outputs, labels));
  }

  private static double value(Loss loss, Metric metric, TensorData outputs, TensorData labels) {
    return evaluate(loss, List.of(metric), outputs, labels)
        .getOrDefault(metric.key(), Double.NEGATIVE_INFINITY);
  }

  @Test
  void theSecondMetricOfANameIsNumbered() {
    var values =
        evaluate(
            Loss.BINARY_CROSSENTROPY,
            List.of(Metric.ROC_AUC, Metric.PR_AUC, Metric.PR_AUC.numThresholds(3)),
            floats(List.of(2, 1), 0.2, 0.8),
            classes(0, 1));

    assertThat(values).containsOnlyKeys("loss", "auc", "auc_1", "auc_2");
  }

  /** Logits of 1 and -1 are probabilities of 0.73 and 0.27; margins are treated alike. */
  @Test
  void thresholdsAreOfProbabilitiesWhateverTheLossTakes() {
    TensorData labels = classes(1, 0, 1);
    TensorData logits = floats(List.of(3, 1), 0.3, -0.3, -0.1);
    for (Loss loss : List.of(Loss.BINARY_CROSSENTROPY.fromLogits(), Loss.HINGE)) {
      assertThat(value(loss, Metric.BINARY_ACCURACY, logits, labels)).isEqualTo(2.0 / 3);
      assertThat(value(loss, Metric.ACCURACY, logits, labels)).isEqualTo(2.0 / 3);
      assertThat(value(loss, Metric.RECALL, logits, labels)).isEqualTo(0.5);
      assertThat(value(loss, Metric.F1_SCORE, logits, labels)).isEqualTo(2.0 / 3);
      assertThat(value(loss, Metric.ROC_AUC, logits, labels)).isEqualTo(1);
    }
    Loss several = Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits();
    TensorData rows = floats(List.of(2, 3), 5, 1, 0, 1, 1, 1);
    assertThat(value(several, Metric.PRECISION, rows, classes(0, 1))).isEqualTo(1);
    assertThat(value(several, Metric.RECALL, rows, classes(0, 1))).isEqualTo(0.5);
  }

  /** The numbers of the sigmoid model whose probabilities are those of the second class. */
  @Test
  void ofTwoClassesGivenAsNumbersTheSecondIsThePositiveOne() {
    TensorData labels = classes(1, 0, 1, 0, 1);
    TensorData one = floats(List.of(5, 1), 0.9, 0.6, 0.7, 0.2, 0.4);
    TensorData two = floats(List.of(5, 2), 0.1, 0.9, 0.4, 0.6, 0.3, 0.7, 0.8, 0.2, 0.6, 0.4);
    for (Metric metric :
        List.of(
            Metric.ACCURACY,
            Metric.BINARY_ACCURACY,
            Metric.PRECISION,
            Metric.RECALL,
            Metric.ROC_AUC,
            Metric.PR_AUC,
            Metric.MEAN_IOU)) {
      assertThat(value(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, metric, two, labels))
          .as(metric.key())
          .isCloseTo(value(Loss.BINARY_CROSSENTROPY, metric, one, labels), Offset.offset(1e-6));
    }
    assertThat(value(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.PRECISION, two, labels))
        .isEqualTo(2.0 / 3);
    assertThat(value(Loss.CATEGORICAL_CROSSENTROPY, Metric.PRECISION, two, labels))
        .as("of one-hot labels all outputs count together, as in Keras")
        .isEqualTo(3.0 / 5);
  }

  @Test
  void everyOutputThatTiesWithTheLargestIsAPredictionOfF1() {
    Metric micro = Metric.F1_SCORE.average(F1Score.Average.MICRO);
    TensorData ties = floats(List.of(1, 3), 0.4, 0.4, 0.2);
    assertThat(value(Loss.CATEGORICAL_CROSSENTROPY, micro, ties, classes(1))).isEqualTo(2.0 / 3);
    TensorData zeros = floats(List.of(1, 3), 0, 0, 0);
    assertThat(value(Loss.MEAN_SQUARED_ERROR, micro, zeros, classes(1))).isZero();
  }

  @Test
  void classesWithoutExamplesOrPredictionsAreZeroOrLeftOut() {
    TensorData outputs = floats(List.of(2, 1), 0.1, 0.2);
    for (Metric metric : List.of(Metric.PRECISION, Metric.RECALL, Metric.F1_SCORE)) {
      assertThat(value(Loss.BINARY_CROSSENTROPY, metric, outputs, classes(0, 0))).isZero();
    }
    assertThat(value(Loss.BINARY_CROSSENTROPY, Metric.ROC_AUC, outputs, classes(0, 0))).isZero();
    assertThat(value(Loss.BINARY_CROSSENTROPY, Metric.ROC_AUC, outputs, classes(1, 1))).isZero();
    assertThat(value(Loss.BINARY_CROSSENTROPY, Metric.PR_AUC, outputs, classes(0, 0))).isZero();
    assertThat(value(Loss.BINARY_CROSSENTROPY, Metric.MEAN_IOU, outputs, classes(0, 0))).isOne();
  }

  @Test
  void scoresAtTheEndsAndBeyondThemCount() {
    TensorData outputs = floats(List.of(4, 1), -3, 0, 1, 7);

    assertThat(value(Loss.MEAN_SQUARED_ERROR, Metric.ROC_AUC, outputs, classes(0, 0, 1, 1)))
        .isOne();
  }

  @Test
  void moreThanAllOutputsAreAlwaysRight() {
    assertThat(
            value(
                Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY,
                floats(List.of(1, 3), 0.1, 0.2, 0.7),
                classes(0)))
        .isOne();
  }

  @Test
  void outputsThatAreNotNumbersAreNoRightAnswers() {
    TensorData outputs = floats(List.of(2, 4), 1, 0, 0, 0, Double.NaN, Double.NaN, 0, 1);
    for (Metric metric : METRICS.values()) {
      assertThat(value(Loss.MEAN_SQUARED_ERROR, metric, outputs, classes(0, 0)))
          .as(metric.toString())
          .isNaN();
    }
  }

  /** 0.1 in float32 times 300 rounds differently in batches of 256 and 44. */
  @Test
  void equalTargetsThatRoundHaveNoSpreadEither() {
    double[] targets = new double[ROWS];
    double[] outputs = new double[ROWS];
    Arrays.fill(targets, 0.1);
    Arrays.fill(outputs, 0.3);

    assertThat(
            value(
                Loss.MEAN_SQUARED_ERROR,
                Metric.R2_SCORE,
                floats(List.of(ROWS, 1), outputs),
                Fixtures.targets(targets)))
        .isZero();
  }

  @Test
  void anyLossCanBeAMetric() {
    TensorData outputs = floats(List.of(2, 1), 0.2, 0.9);
    var values =
        evaluate(
            Loss.MEAN_SQUARED_ERROR,
            List.of(Metric.of(Loss.BINARY_CROSSENTROPY), Metric.of(Loss.HUBER)),
            outputs,
            classes(0, 1));

    assertThat(values.get("binary_crossentropy"))
        .isCloseTo(-(Math.log(0.8) + Math.log(0.9)) / 2, Offset.offset(1e-6));
    assertThat(values.get("huber")).isCloseTo((0.04 + 0.01) / 4, Offset.offset(1e-7));
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metric.BINARY_ACCURACY.threshold(0))
        .withMessage("BinaryAccuracy: threshold must be in (0, 1). Received: 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.PRECISION.threshold(1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.RECALL.threshold(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.F1_SCORE.threshold(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.TOP_K_CATEGORICAL_ACCURACY.k(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AUC(1, AUC.Curve.ROC, false))
        .withMessage("AUC: numThresholds must be in [2, 10000]. Received: 1");
  }
}
