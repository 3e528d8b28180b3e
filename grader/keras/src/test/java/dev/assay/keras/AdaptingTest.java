package dev.assay.keras;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures.Run;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Layers that behave differently in training. */
class AdaptingTest {
  private static Labelled labelled(TensorData features) {
    return new Labelled(features, targets(new double[features.rows()]));
  }

  private static Run train(TensorData train, TensorData validation, Layer... layers) {
    ModelGraph graph = Fixtures.graph(train, layers);
    return Fixtures.train(graph, FitPlan.epochs(1), labelled(train), labelled(validation), 1);
  }

  @Test
  void normalizationLearnsTheTrainingSetAndNothingElse() {
    TensorData train = floats(List.of(3, 2), 1, 10, 3, 20, 5, 60);
    TensorData validation = floats(List.of(1, 2), 1000, 1000);

    Run run = train(train, validation, Normalization.layer(), Dense.of(1));

    assertThat(run.best("normalization/mean")).containsExactly(3, 30);
    assertThat(run.best("normalization/variance"))
        .containsExactly(new float[] {8f / 3, 1400f / 3}, Offset.offset(1e-3f));
  }

  @Test
  void normalizationMeasuresTheLastAxisOfImages() {
    TensorData train = floats(List.of(2, 1, 2, 2), 1, 10, 2, 20, 3, 30, 6, 60);

    Run run = train(train, train, Normalization.layer(), Flatten.layer(), Dense.of(1));

    assertThat(run.best("normalization/mean")).containsExactly(3, 30);
    assertThat(run.best("normalization/variance")).containsExactly(3.5f, 350);
  }

  @Test
  void largeSetsWithLargeMeansLoseNoPrecision() {
    double[] values = new Random(3).doubles(1000, 99_999, 100_001).toArray();
    TensorData train = floats(List.of(1000, 1), values);

    Run run = train(train, train, Normalization.layer(), Dense.of(1));

    assertThat(run.best("normalization/variance")[0]).isBetween(0.3f, 0.36f);
  }

  @Test
  void aSecondNormalizationMeasuresWhatTheFirstGives() {
    TensorData train = floats(List.of(4, 1), 1, 2, 3, 6);

    Run run =
        train(
            train,
            train,
            Normalization.layer(),
            Rescaling.by(3),
            Normalization.layer(),
            Dense.of(1));

    assertThat(run.best("normalization_1/mean")).containsExactly(new float[] {0}, Fixtures.FLOAT);
    assertThat(run.best("normalization_1/variance"))
        .containsExactly(new float[] {9}, Fixtures.FLOAT);
  }

  /**
   * With inputs of 1 and a weight of 1 the mean output tells the share, the mean square the scale.
   */
  @Test
  void dropoutKeepsItsShareAndScalesWhatItKeeps() {
    int rows = 20_000;
    TensorData ones = floats(List.of(rows, 1), filled(rows));
    Dense weightOfOne = Dense.of(1).kernelInitializer(Initializer.ONES);
    ModelGraph graph =
        Fixtures.graph(
            ones,
            Fixtures.FROZEN,
            Loss.MEAN_SQUARED_ERROR,
            List.of(Metric.MEAN_ABSOLUTE_ERROR),
            Dropout.of(0.25),
            weightOfOne);

    Run run = Fixtures.train(graph, FitPlan.epochs(2).batchSize(1000), labelled(ones));
    double kept = 0.75 * run.value(1, "mae");

    assertThat(kept).isCloseTo(0.75, Offset.offset(0.0125)); // four standard deviations
    assertThat(run.value(1, "loss") / run.value(1, "mae")).isCloseTo(1 / 0.75, Offset.offset(1e-5));
    assertThat(run.value(1, "val_loss")).isCloseTo(1, Offset.offset(1e-5));
    assertThat(run.value(2, "mae"))
        .as("other values are dropped")
        .isNotEqualTo(run.value(1, "mae"));
  }

  /**
   * Keras: {@code moving = 0.99 moving + 0.01 batch}, from 0 and 1, with the population variance.
   */
  @Test
  void batchNormalizationAveragesTheBatchesItSaw() {
    TensorData train = floats(List.of(4, 2), 1, 0, 2, 10, 3, 20, 6, 10);
    ModelGraph graph = Fixtures.graph(train, BatchNormalization.layer(), Dense.of(1));

    Run once = Fixtures.train(graph, FitPlan.epochs(1), labelled(train));

    assertThat(once.best("batch_normalization/moving_mean"))
        .containsExactly(new float[] {0.03f, 0.1f}, Fixtures.FLOAT);
    assertThat(once.best("batch_normalization/moving_variance"))
        .containsExactly(new float[] {0.99f + 0.035f, 0.99f + 0.5f}, Fixtures.FLOAT);
  }

  @Test
  void batchNormalizationOfImagesAveragesThePopulationVariance() {
    TensorData train = floats(List.of(2, 1, 2, 2), 1, 0, 2, 10, 3, 20, 6, 10);
    ModelGraph graph =
        Fixtures.graph(train, BatchNormalization.layer(), Flatten.layer(), Dense.of(1));

    Run once = Fixtures.train(graph, FitPlan.epochs(1), labelled(train));

    assertThat(once.best("batch_normalization/moving_mean"))
        .containsExactly(new float[] {0.03f, 0.1f}, Fixtures.FLOAT);
    assertThat(once.best("batch_normalization/moving_variance"))
        .containsExactly(new float[] {0.99f + 0.035f, 0.99f + 0.5f}, Fixtures.FLOAT);
  }

  @Test
  void batchNormalizationForgetsByItsMomentum() {
    TensorData train = floats(List.of(2, 1), 4, 8);
    ModelGraph graph =
        Fixtures.graph(
            train,
            BatchNormalization.layer().momentum(0.5),
            Layer.lambda((tf, x) -> tf.math.square(x)));

    Run run = Fixtures.train(graph, FitPlan.epochs(3), labelled(train));

    // The loss is the mean of the fourth powers, and it is smallest where the averages are nearest.
    assertThat(run.result().history()).hasSize(3);
    assertThat(run.best("batch_normalization/moving_mean"))
        .containsExactly(new float[] {6 * (1 - 0.125f)}, Fixtures.FLOAT);
    assertThat(run.best("batch_normalization/moving_variance"))
        .containsExactly(new float[] {0.125f + 4 * (1 - 0.125f)}, Fixtures.FLOAT);
  }

  private static double[] filled(int size) {
    double[] values = new double[size];
    Arrays.fill(values, 1);
    return values;
  }
}
