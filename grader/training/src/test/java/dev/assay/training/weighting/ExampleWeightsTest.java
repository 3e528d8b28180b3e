package dev.assay.training.weighting;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Weights of single examples, which the model's own graph does not see. */
class ExampleWeightsTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-4);
  private static final TensorData ONES = floats(List.of(4, 1), 1, 1, 1, 1);

  /** All outputs are 0, so that an example's gradient is -2 * label * weight. */
  private static Run run(FitPlan plan, Labelled data) {
    return Trainings.train(
        Fixtures.graph(
            data.features(),
            SGD.withLearningRate(1e-6),
            Loss.MEAN_SQUARED_ERROR,
            List.of(Metric.MEAN_SQUARED_ERROR),
            Dense.of(1).useBias(false).kernelInitializer(Initializer.ZEROS)),
        plan,
        data);
  }

  @Test
  void anExampleCountsInTheTrainingLossByItsWeightAndNowhereElse() {
    Run run =
        run(
            FitPlan.epochs(1).batchSize(3),
            new Labelled(ONES, targets(1, 2, 3, 4), targets(0, 0.5, 0, 2)));

    assertThat(run.value(1, "loss")).isCloseTo((0.5 * 4 + 2 * 16) / 4, CLOSE);
    assertThat(run.value(1, "mse")).isCloseTo((1 + 4 + 9 + 16) / 4.0, CLOSE);
    assertThat(run.value(1, "val_loss")).isCloseTo((1 + 4 + 9 + 16) / 4.0, CLOSE);
  }

  @Test
  void theGradientIsTheWeightedSumDividedByTheNumberOfExamples() {
    Run run =
        run(FitPlan.epochs(1), new Labelled(ONES, targets(1, 2, 3, 4), targets(0, 0.5, 0, 2)));

    assertThat((double) run.best("dense/kernel")[0])
        .isCloseTo(1e-6 * 2 * (0.5 * 2 + 2 * 4) / 4, Offset.offset(1e-11));
  }

  @Test
  void weightsOfExamplesAndOfClassesAreMultiplied() {
    Run run =
        run(
            FitPlan.epochs(1).classWeights(Map.of(1, 3f)),
            new Labelled(ONES, classes(0, 1, 1, 1), targets(5, 1, 2, 0)));

    assertThat(run.value(1, "loss")).isCloseTo(3 * (1 + 2) / 4.0, CLOSE);
  }

  @Test
  void labelsThatWeighNothingTeachNothing() {
    TensorData weights = targets(3, 0, 0, 3);
    float[] kernel = softmax(new Labelled(points(), classes(0, 1, 0, 1), weights));

    assertThat(softmax(new Labelled(points(), classes(0, 0, 1, 1), weights))).isEqualTo(kernel);
    assertThat(softmax(new Labelled(points(), classes(1, 1, 0, 0), weights))).isNotEqualTo(kernel);
  }

  private static TensorData points() {
    return floats(List.of(4, 2), 0.1, 0.9, 0.4, 0.3, 0.8, 0.2, 0.7, 0.6);
  }

  private static float[] softmax(Labelled data) {
    Run run =
        Trainings.train(
            Fixtures.graph(
                data.features(),
                SGD.withLearningRate(0.1),
                Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                List.of(),
                Dense.of(2).activation(Activation.SOFTMAX)),
            FitPlan.epochs(1).batchSize(2),
            data);
    return run.best("dense/kernel");
  }

  @Test
  void thereIsAWeightForEachExample() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Labelled(ONES, targets(1, 2, 3, 4), targets(1, 2)))
        .withMessage(
            "weights must be a FLOAT32 for each of the 4 rows. Received: FLOAT32 of shape [2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Labelled(ONES, targets(1, 2, 3, 4), classes(1, 1, 1, 1)))
        .withMessageContaining("Received: INT32 of shape [4]");
  }
}
