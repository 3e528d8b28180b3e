package dev.assay.training.losses;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingResult;
import dev.assay.training.Trainings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics over 300 rows, which end in a partial batch whatever the batch size. */
class MetricsTest {
  private static final int ROWS = 300;
  private static final List<Metric> REGRESSION =
      List.of(Metric.MEAN_ABSOLUTE_ERROR, Metric.MEAN_SQUARED_ERROR, Metric.R2_SCORE);

  private final Random random = new Random(5);

  private static TensorData column(double... values) {
    return floats(List.of(values.length, 1), values);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, 2_000})
  void regressionMetricsAreThoseOfTheWholeSet(double offset) {
    double[] target = random.doubles(ROWS, offset, offset + 2).toArray();
    double[] output = Arrays.stream(target).map(t -> t + random.nextGaussian() / 3).toArray();
    Labelled data = new Labelled(column(output), targets(target));
    Dense one = Dense.of(1).kernelInitializer(Initializer.ONES);
    ModelGraph graph =
        Fixtures.graph(data.features(), Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR, REGRESSION, one);

    var run = Trainings.train(graph, FitPlan.epochs(1).batchSize(7), data);

    double mean = Arrays.stream(target).average().orElseThrow();
    double absolute = 0;
    double squared = 0;
    double spread = 0;
    for (int i = 0; i < ROWS; i++) {
      absolute += Math.abs(target[i] - output[i]);
      squared += Math.pow(target[i] - output[i], 2);
      spread += Math.pow(target[i] - mean, 2);
    }
    Offset<Double> close = Offset.offset(1e-3);
    for (String prefix : List.of("", "val_")) {
      assertThat(run.value(1, prefix + "loss")).isCloseTo(squared / ROWS, close);
      assertThat(run.value(1, prefix + "mae")).isCloseTo(absolute / ROWS, close);
      assertThat(run.value(1, prefix + "mse")).isCloseTo(squared / ROWS, close);
      assertThat(run.value(1, prefix + "r2_score")).isCloseTo(1 - squared / spread, close);
    }
  }

  @Test
  void equalTargetsHaveNoSpreadToExplain() {
    Labelled data = new Labelled(column(1, 2, 3), targets(7, 7, 7));
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            Fixtures.FROZEN,
            Loss.MEAN_SQUARED_ERROR,
            List.of(Metric.R2_SCORE),
            Dense.of(1));

    var run = Trainings.train(graph, FitPlan.epochs(1), data);

    assertThat(run.result().stopReason()).isEqualTo(TrainingResult.StopReason.COMPLETED);
    assertThat(run.value(1, "val_r2_score")).isZero();
  }

  @Test
  void accuracyCountsTheLargestOutput() {
    double[] outputs = random.doubles(3 * ROWS).toArray();
    int[] labels = random.ints(ROWS, 0, 3).toArray();
    int correct = 0;
    for (int i = 0; i < ROWS; i++) {
      double own = outputs[3 * i + labels[i]];
      correct += Arrays.stream(outputs, 3 * i, 3 * i + 3).allMatch(other -> other <= own) ? 1 : 0;
    }

    assertThat(
            accuracy(
                Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                floats(List.of(ROWS, 3), outputs),
                classes(labels)))
        .isEqualTo((double) correct / ROWS);
  }

  @Test
  void aSingleOutputIsAProbabilityOrALogit() {
    TensorData outputs = column(0.5, 0.4999, 0.9, -0.1, 0, 0.2);
    TensorData labels = classes(1, 1, 0, 0, 1, 1);

    assertThat(accuracy(Loss.BINARY_CROSSENTROPY, outputs, labels)).isEqualTo(2.0 / 6);
    assertThat(accuracy(Loss.BINARY_CROSSENTROPY.fromLogits(), outputs, labels)).isEqualTo(5.0 / 6);
  }

  private static double accuracy(Loss loss, TensorData outputs, TensorData labels) {
    ModelGraph graph =
        Fixtures.graph(
            outputs, Fixtures.FROZEN, loss, List.of(Metric.ACCURACY), Fixtures.identity());
    return Trainings.evaluate(graph, Map.of(), new Labelled(outputs, labels))
        .getOrDefault("accuracy", Double.NaN);
  }
}
