package dev.assay.training;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that behave differently in training. */
class AdaptingTest {
  private static Labelled labelled(TensorData features) {
    return new Labelled(features, targets(new double[features.rows()]));
  }

  private static Run train(TensorData train, TensorData validation, Layer... layers) {
    ModelGraph graph = Fixtures.graph(train, layers);
    return Trainings.train(graph, FitPlan.epochs(1), labelled(train), labelled(validation), 1);
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

  private static float[] normalized(TensorData train) {
    Run run = train(train, train, Normalization.layer(), Dense.of(1));
    Map<String, float[]> moments =
        Map.of(
            "normalization/mean", run.best("normalization/mean"),
            "normalization/variance", run.best("normalization/variance"));
    return Trainings.predict(Fixtures.graph(train, Normalization.layer()), moments, train);
  }

  /** The numbers are those of scikit-learn's StandardScaler. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1e-15, 1, 1e6, 1e15})
  void aColumnIsScaledByItsDeviationHoweverSmallOrLarge(double unit) {
    float[] scaled = normalized(floats(List.of(4, 1), unit, 3 * unit, 8 * unit, 2 * unit));

    assertThat(scaled)
        .containsExactly(
            new float[] {-0.9284767f, -0.1856953f, 1.6712581f, -0.5570860f}, Fixtures.FLOAT);
  }

  @Test
  void onlyAColumnOfEqualValuesIsConstant() {
    assertThat(normalized(floats(List.of(3, 1), 0.1, 0.1, 0.1))).containsExactly(0, 0, 0);
    assertThat(normalized(floats(List.of(3, 1), 1e30, 1e30, 1e30))).containsExactly(0, 0, 0);
    float[] tiny = normalized(floats(List.of(2, 1), 0, 1e-20));
    assertThat(tiny[1]).as("what no variance in float32 can tell from 0").isGreaterThan(tiny[0]);
    float[] huge = normalized(floats(List.of(2, 1), 0, 1e30));
    assertThat(huge[1]).isGreaterThan(huge[0]);
    assertThat(huge).doesNotContain(Float.NaN);
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

  /** The example of Keras's documentation. */
  @Test
  void discretizationMeasuresItsBins() {
    TensorData train = floats(List.of(2, 4), -1.5, 1, 3.4, 0.5, 0, 3, 1.3, 0);

    Run run = train(train, floats(List.of(1, 4), 9, 9, 9, 9), Discretization.bins(4), Dense.of(1));

    assertThat(run.best("discretization/boundaries")).containsExactly(0, 0.5f, 1.3f);
    ModelGraph graph = Fixtures.graph(train, Discretization.bins(4));
    assertThat(
            Trainings.predict(
                graph,
                Map.of("discretization/boundaries", run.best("discretization/boundaries")),
                train))
        .containsExactly(0, 2, 3, 2, 1, 3, 3, 1);
  }

  static Stream<Arguments> quantiles() {
    return Stream.of(
        Arguments.of(1013, 5, new double[] {40.417, 162.433, 366.049, 651.265}),
        Arguments.of(150, 4, new double[] {66.8345, 269.361, 592.1505}),
        Arguments.of(240, 2, new double[] {258.064}),
        Arguments.of(360, 4, new double[] {65.025, 258.064, 579.121}),
        Arguments.of(100, 4, new double[] {60.516, 251.001, 585.225}));
  }

  /** The numbers are from src/test/python/quantiles.py. */
  @ParameterizedTest
  @MethodSource("quantiles")
  void largeSetsAreMeasuredAsKerasDoes(int size, int bins, double[] boundaries) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> Math.pow(i * 7919 % 1013, 2) / 1000);
    TensorData train = floats(List.of(size, 1), values);

    Run run = train(train, train, Discretization.bins(bins), Dense.of(1));

    assertThat(run.best("discretization/boundaries"))
        .containsExactly(Fixtures.weight(boundaries), Offset.offset(1e-3f));
  }

  @Test
  void binsThatAreLackedByTheTrainingSetAreOutOfReach() {
    TensorData train = floats(List.of(3, 1), 2, 1, 4);

    Run run = train(train, train, Discretization.bins(5), Dense.of(1));

    assertThat(run.best("discretization/boundaries"))
        .containsExactly(1, 2, Float.MAX_VALUE, Float.MAX_VALUE);
  }

  /** Keras: the second call goes on from the first one's averages. */
  @Test
  void batchNormalizationThatIsAppliedTwiceMovesItsAveragesTwice() {
    TensorData train = floats(List.of(2, 1), 4, 8);
    BatchNormalization shared = BatchNormalization.layer().momentum(0.5);
    Input x = Input.layer();
    ModelGraph graph =
        ModelGraph.trace(
            Functional.of(
                    x, Add.layer().apply(shared.apply(x), shared.apply(Rescaling.by(10).apply(x))))
                .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR),
            Fixtures.spec(train),
            1);

    Run run = Trainings.train(graph, FitPlan.epochs(1), labelled(train));

    // Means 6 and 60, variances 4 and 400: 0 -> 3 -> 31.5 and 1 -> 2.5 -> 201.25.
    assertThat(graph.manifest().training().updates()).hasSize(2);
    assertThat(run.best("batch_normalization/moving_mean"))
        .containsExactly(new float[] {31.5f}, Fixtures.FLOAT);
    assertThat(run.best("batch_normalization/moving_variance"))
        .containsExactly(new float[] {201.25f}, Offset.offset(1e-3f));
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

    Run run = Trainings.train(graph, FitPlan.epochs(2).batchSize(1000), labelled(ones));
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

    Run once = Trainings.train(graph, FitPlan.epochs(1), labelled(train));

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

    Run once = Trainings.train(graph, FitPlan.epochs(1), labelled(train));

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

    Run run = Trainings.train(graph, FitPlan.epochs(3), labelled(train));

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
