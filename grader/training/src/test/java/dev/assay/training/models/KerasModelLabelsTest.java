package dev.assay.training.models;

import static dev.assay.training.models.SixPoints.ONE_HOT;
import static dev.assay.training.models.SixPoints.X;
import static dev.assay.training.models.SixPoints.Y;
import static dev.assay.training.models.SixPoints.categorical;
import static dev.assay.training.models.SixPoints.classifier;
import static dev.assay.training.models.SixPoints.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.KerasModel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A program of one's own refuses labels that do not fit the loss, as a grading does. */
class KerasModelLabelsTest {
  private static final FitPlan PLAN = FitPlan.epochs(1).verbose(0);

  private static Model compiled(int outputs, Loss loss) {
    return Sequential.of(Dense.of(outputs)).compile(SGD.defaults(), loss);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void classNumbersDoNotFitCategoricalCrossentropy() {
    String message =
        "The loss CategoricalCrossentropy does not fit the labels, which are class numbers."
            + " Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels() to the plan"
            + " (without a plan: y.oneHot(3)).";
    try (KerasModel model = open(categorical())) {
      assertRefused(() -> model.fit(X, Y, PLAN), message);
      assertRefused(() -> model.fit(X, ONE_HOT, PLAN, new Labelled(X, Y)), message);
      assertRefused(() -> model.fit(X, Y, PLAN, 0.5), message);
      assertRefused(() -> model.evaluate(X, Y), message);
      assertRefused(() -> model.evaluate(new Labelled(X, Y)), message);
    }
  }

  @Test
  void withOneHotLabelsInThePlanClassNumbersFitThatLossFromThenOn() {
    try (KerasModel model = open(categorical());
        KerasModel sparse = open(classifier())) {
      model.fit(X, Y, PLAN.withOneHotLabels());
      sparse.fit(X, Y, PLAN);

      assertThat(model.weights()).containsExactlyEntriesOf(sparse.weights());
      assertThat(model.evaluate(X, Y)).isEqualTo(model.evaluate(X, ONE_HOT));
    }
  }

  @Test
  void oneHotVectorsDoNotFitSparseCategoricalCrossentropy() {
    try (KerasModel model = open(classifier())) {
      assertRefused(
          () -> model.fit(X, ONE_HOT, PLAN),
          "The loss SparseCategoricalCrossentropy does not fit the labels, which are one-hot"
              + " vectors. Use Loss.CATEGORICAL_CROSSENTROPY, or give the class numbers.");
      assertRefused(
          () -> model.fit(X, Y, PLAN.withOneHotLabels()),
          "The loss SparseCategoricalCrossentropy does not fit the labels, which are one-hot"
              + " vectors (the plan asks for it). Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY without"
              + " one-hot labels.");
    }
  }

  @Test
  void classNumbersOfSeveralClassesDoNotFitALossOfEachOutput() {
    try (KerasModel model = open(compiled(3, Loss.BINARY_CROSSENTROPY.fromLogits()))) {
      assertRefused(
          () -> model.fit(X, Y, PLAN),
          "The loss BinaryCrossentropy does not fit the labels, which are class numbers. Use"
              + " Loss.SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels() to the plan"
              + " (without a plan: y.oneHot(3)).");
    }
  }

  @Test
  void aNumberThatIsNoClassIsNamedFirst() {
    try (KerasModel model = open(compiled(3, Loss.MEAN_SQUARED_ERROR))) {
      TensorData numbers = TensorData.targets(1.5f, 2, 3, 4, 5, 6);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.fit(X, numbers, PLAN))
          .withMessageContaining("Received: 1.5 for example 0.");
    }
  }

  @Test
  void singleValuesFitLossesOfValuesOnly() {
    TensorData zeroOrOne = TensorData.classes(0, 0, 1, 1, 0, 1);
    try (KerasModel binary = open(compiled(1, Loss.BINARY_CROSSENTROPY.fromLogits()));
        KerasModel divergence = open(compiled(1, Loss.KL_DIVERGENCE))) {
      assertThat(binary.fit(X, zeroOrOne, PLAN).epochs()).hasSize(1);
      assertRefused(
          () -> binary.fit(X, zeroOrOne, PLAN.withOneHotLabels()),
          "The loss BinaryCrossentropy does not fit the labels, which are single values, not"
              + " one-hot. Remove withOneHotLabels().");
      assertRefused(
          () -> divergence.fit(X, zeroOrOne, PLAN),
          "The loss KLDivergence does not fit the labels, which are single values. Use"
              + " Loss.MEAN_SQUARED_ERROR for numbers, Loss.BINARY_CROSSENTROPY for 0 and 1.");
    }
  }

  @Test
  void valuesForEachOutputFitAllLossesButThoseOfClassNumbers() {
    for (Loss loss : new Loss[] {Loss.MEAN_SQUARED_ERROR, Loss.BINARY_CROSSENTROPY.fromLogits()}) {
      try (KerasModel model = open(compiled(3, loss))) {
        assertThat(model.fit(X, ONE_HOT, PLAN).epochs()).as(loss.key()).hasSize(1);
      }
    }
  }
}
