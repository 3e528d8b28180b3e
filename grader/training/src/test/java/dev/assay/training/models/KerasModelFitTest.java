package dev.assay.training.models;

import static dev.assay.training.models.SixPoints.X;
import static dev.assay.training.models.SixPoints.Y;
import static dev.assay.training.models.SixPoints.classifier;
import static dev.assay.training.models.SixPoints.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.History;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which weights a fit leaves, and how a share of the examples validates. */
class KerasModelFitTest {
  private static final TensorData ONE = TensorData.rows(new float[] {1});

  /**
   * Each step multiplies the weight by 1 - 2 * 1.25, so that every epoch is worse than the first.
   */
  private static KerasModel wild() {
    Model model =
        Sequential.of(Dense.of(1).kernelInitializer(Initializer.ONES).useBias(false))
            .compile(SGD.withLearningRate(1.25), Loss.MEAN_SQUARED_ERROR);
    return KerasModel.of(model, ONE.example(), 1);
  }

  private static FitPlan plan(int epochs, Callback... callbacks) {
    return FitPlan.epochs(epochs).verbose(0).callbacks(callbacks);
  }

  @Test
  void withoutValidationTheLastEpochsWeightsAreKept() {
    try (KerasModel model = wild()) {
      History history = model.fit(ONE, TensorData.targets(0), plan(3));

      assertThat(history.bestEpoch()).isEqualTo(3);
      assertThat(model.weights().get("dense/kernel")).containsExactly(-3.375f);
    }
  }

  @Test
  void aCheckpointKeepsTheBestWithoutValidationToo() {
    try (KerasModel model = wild()) {
      FitPlan plan = plan(3, ModelCheckpoint.best("loss"));
      History history = model.fit(ONE, TensorData.targets(0), plan);

      assertThat(history.bestEpoch()).isEqualTo(1);
      assertThat(model.weights().get("dense/kernel")).containsExactly(-1.5f);
    }
  }

  @Test
  void withValidationTheBestEpochsWeightsAreKept() {
    try (KerasModel model = wild()) {
      Labelled data = new Labelled(ONE, TensorData.targets(0));
      History history = model.fit(data, plan(3), data);

      assertThat(history.bestEpoch()).isEqualTo(1);
      assertThat(model.weights().get("dense/kernel")).containsExactly(-1.5f);
    }
  }

  /** Keras: int(floor(6 * (1 - 0.3))) = 4 examples are trained with. */
  @Test
  void theLastExamplesValidate() {
    try (KerasModel split = open(classifier());
        KerasModel given = open(classifier())) {
      History history = split.fit(X, Y, plan(2).batchSize(2), 0.3);
      Labelled first = new Labelled(X, Y).examples(0, 4);
      Labelled last = new Labelled(X, Y).examples(4, 6);

      assertThat(given.fit(first, plan(2).batchSize(2), last).values()).isEqualTo(history.values());
      assertThat(split.weights()).containsExactlyEntriesOf(given.weights());
      assertThat(history.values()).containsKeys("val_loss", "val_accuracy");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.5, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aValidationSplitIsBetweenZeroAndOne(double share) {
    try (KerasModel model = open(classifier())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.fit(X, Y, plan(1), share))
          .withMessage(
              "fit: validationSplit must be in (0, 1), the share of the examples that validate."
                  + " Received: "
                  + share);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1e-300})
  void aValidationSplitLeavesExamplesOnBothSides(double share) {
    try (KerasModel model = open(classifier())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.fit(X, Y, plan(1), share))
          .withMessage(
              "fit: 6 examples are too few for a validationSplit of %s. Give more examples, or"
                      .formatted(share)
                  + " another share.");
    }
  }
}
