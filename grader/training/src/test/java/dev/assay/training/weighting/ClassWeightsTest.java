package dev.assay.training.weighting;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.ClassWeights;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-6);
  private static final FitPlan PLAN = FitPlan.epochs(1).batchSize(3);

  /**
   * All outputs are 0, so the example's error is its label; the gradient is -2 * label * weight.
   */
  private static Run run(FitPlan plan, TensorData labels) {
    double[] ones = new double[labels.rows()];
    Arrays.fill(ones, 1);
    Labelled data = new Labelled(floats(List.of(labels.rows(), 1), ones), labels);
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
  void weightsAreOfTheTrainingLossOnly() {
    Run run = run(PLAN.classWeights(Map.of(1, 5f)), classes(0, 1, 1, 1, 0));

    assertThat(run.value(1, "loss")).isCloseTo(5 * 3 / 5.0, Offset.offset(1e-4));
    assertThat(run.value(1, "mse")).isCloseTo(3 / 5.0, Offset.offset(1e-4));
    assertThat(run.value(1, "val_loss")).isCloseTo(3 / 5.0, Offset.offset(1e-4));
  }

  @Test
  void weightsScaleTheGradientAndAreNotDividedByTheirSum() {
    Run run = run(FitPlan.epochs(1).classWeights(Map.of(0, 3f, 1, 5f)), classes(0, 1, 1, 1, 0));

    assertThat((double) run.best("dense/kernel")[0])
        .isCloseTo(1e-6 * 2 * 5 * 3 / 5, Offset.offset(1e-11));
  }

  /** Six of class 0 and two of class 1: weights 8 / (2 * 6) and 8 / (2 * 2). */
  @Test
  void balancedWeightsAreThoseOfTheTrainingSet() {
    Run run = run(PLAN.balancedClassWeights(), classes(0, 0, 0, 1, 0, 1, 0, 0));

    assertThat(run.value(1, "loss")).isCloseTo(2 * 2 / 8.0, Offset.offset(1e-4));
  }

  @Test
  void severalClassesAreWeighedOneWithoutExamplesIsNot() {
    Labelled data =
        new Labelled(
            floats(List.of(4, 3), 0.5, 0.2, 0.3, 0.5, 0.2, 0.3, 0.5, 0.2, 0.3, 0.1, 0.2, 0.7),
            classes(0, 0, 0, 2));
    double plain = -3 * Math.log(0.5) - Math.log(0.7);
    double balanced = -3 * Math.log(0.5) * 4 / (2 * 3) - Math.log(0.7) * 4 / (2 * 1);

    assertThat(crossEntropy(PLAN, data)).isCloseTo(plain / 4, CLOSE);
    assertThat(crossEntropy(PLAN.balancedClassWeights(), data)).isCloseTo(balanced / 4, CLOSE);
    assertThat(crossEntropy(PLAN.classWeights(Map.of(2, 0f)), data))
        .isCloseTo(-3 * Math.log(0.5) / 4, CLOSE);
  }

  private static double crossEntropy(FitPlan plan, Labelled data) {
    return Trainings.train(
            Fixtures.graph(
                data.features(),
                Fixtures.FROZEN,
                Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                List.of(),
                Fixtures.identity()),
            plan,
            data)
        .value(1, "loss");
  }

  @Test
  void weightsNeedClassesThatThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(PLAN.classWeights(Map.of(2, 1f)), classes(0, 1)))
        .withMessage("ClassWeights: the classes are 0 to 1. Received: {2=1.0}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(PLAN.balancedClassWeights(), targets(0.5, 1)))
        .withMessage(
            "ClassWeights: the labels must be class numbers. Received: FLOAT32 of shape [2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(PLAN.balancedClassWeights(), classes(0, 7)))
        .withMessage("ClassWeights: labels must be in 0 to 1. Received: 7");
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAN.classWeights(Map.of(0, -1f)))
        .withMessage("ClassWeights: classes and weights must be at least 0. Received: 0=-1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> PLAN.classWeights(Map.of(-1, 1f)));
    assertThatIllegalArgumentException().isThrownBy(() -> PLAN.classWeights(Map.of(0, Float.NaN)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClassWeights(true, Map.of(0, 1f)));
  }
}
