package dev.assay.training.models;

import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.training.models.SixPoints.ONE_HOT;
import static dev.assay.training.models.SixPoints.X;
import static dev.assay.training.models.SixPoints.Y;
import static dev.assay.training.models.SixPoints.categorical;
import static dev.assay.training.models.SixPoints.classifier;
import static dev.assay.training.models.SixPoints.compiled;
import static dev.assay.training.models.SixPoints.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.History;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.KerasModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Keras's model.fit, evaluate, predict, summary, save_weights and load_weights do. */
class KerasModelTest {
  @TempDir private Path folder;

  /** Prints nothing: what is printed has a test of its own. */
  private static FitPlan plan(int epochs) {
    return FitPlan.epochs(epochs).batchSize(2).verbose(0);
  }

  @Test
  void learnsAndSaysHow() {
    try (KerasModel model = open(classifier())) {
      History history = model.fit(X, Y, plan(40), new Labelled(X, Y));

      assertThat(history.epochs()).hasSize(40);
      assertThat(history.values()).containsOnlyKeys("loss", "accuracy", "val_loss", "val_accuracy");
      assertThat(history.get("val_loss")).hasSize(40);
      assertThat(model.evaluate(X, Y).get("accuracy")).isEqualTo(1);
      assertThat(model.predictClasses(X)).containsExactly(0, 0, 1, 1, 2, 2);
      assertThat(model.predict(X)).hasDimensions(6, 3);
    }
  }

  @Test
  void keepsTheWeightsOfTheBestEpoch() {
    try (KerasModel model = open(classifier())) {
      History history = model.fit(X, Y, plan(5), new Labelled(X, Y));

      assertThat(model.evaluate(X, Y).get("loss"))
          .isEqualTo(history.get("val_loss").get(history.bestEpoch() - 1));
    }
  }

  @Test
  void withoutAValidationSetTheHistoryHasNoValidation() {
    try (KerasModel model = open(classifier())) {
      History history = model.fit(X, Y, plan(4).batchSize(6));

      assertThat(history.values()).containsOnlyKeys("loss", "accuracy");
      assertThat(history.bestEpoch()).isEqualTo(4);
      assertThatThrownBy(() -> history.get("val_loss"))
          .hasMessage("The history has no val_loss. It has: loss, accuracy");
      assertThatThrownBy(() -> model.fit(X, Y, plan(4).callbacks(EarlyStopping.on("val_loss"))))
          .hasMessage(
              "EarlyStopping monitors val_loss, which this model does not report."
                  + " Known: [accuracy, loss]. Give fit a validation set, or monitor one of these.");
    }
  }

  /** Wild steps: nothing after the first epoch is better. */
  @Test
  void earlyStoppingRestoresTheBestWithoutAValidationSet() {
    Layer one = Dense.of(1).kernelInitializer(Initializer.ONES).useBias(false);
    Model model = Sequential.of(one).compile(SGD.withLearningRate(1.25), Loss.MEAN_SQUARED_ERROR);
    TensorData x = TensorData.rows(new float[] {1});
    try (KerasModel running = KerasModel.of(model, x.example(), 1)) {
      History history =
          running.fit(
              x,
              TensorData.targets(0),
              plan(9).callbacks(EarlyStopping.on("loss").restoreBestWeights(true)));

      assertThat(history.epochs()).hasSize(2);
      assertThat(history.bestEpoch()).isEqualTo(1);
      // A step multiplies the weight by 1 - 2 * 1.25.
      assertThat(running.weights().get("dense/kernel")).containsExactly(-1.5f);
    }
  }

  @Test
  void aLossThatIsNeverFiniteLeavesTheWeights() {
    Model model =
        Sequential.of(Dense.of(1).kernelInitializer(Initializer.ONES))
            .compile(SGD.withLearningRate(1e30), Loss.MEAN_SQUARED_ERROR);
    TensorData x = TensorData.rows(new float[] {1e30f});
    try (KerasModel wild = KerasModel.of(model, x.example(), 1)) {
      History history = wild.fit(x, TensorData.targets(0), plan(9));

      assertThat(history.stopReason()).isEqualTo(StopReason.DIVERGED);
      assertThat(history.bestEpoch()).isZero();
      assertThat(history.get("loss")).hasSize(1);
      assertThat(wild.weights().get("dense/kernel")).containsExactly(1);
    }
  }

  @Test
  void oneHotLabelsAreWhatClassNumbersAre() {
    TensorData column = new TensorData(Y.type(), List.of(6, 1), Y.values());
    try (KerasModel sparse = open(classifier());
        KerasModel oneHot = open(categorical())) {
      sparse.fit(X, Y, plan(3), new Labelled(X, column));
      oneHot.fit(X, ONE_HOT, plan(3), new Labelled(X, Y.oneHot(3)));

      assertThat(oneHot.weights()).containsExactlyEntriesOf(sparse.weights());
      Map<String, Double> scores = sparse.evaluate(X, Y);
      assertThat(oneHot.evaluate(X, ONE_HOT)).isEqualTo(scores);
      assertThat(sparse.evaluate(X, column)).isEqualTo(scores);
    }
  }

  @Test
  void aSecondFitGoesOn() {
    try (KerasModel model = open(classifier())) {
      FitPlan plan = plan(10);
      double first = model.fit(X, Y, plan).get("loss").get(9);
      float[] mean = model.weights().get("normalization/mean");
      TensorData shifted = TensorData.rows(new float[] {100, 100});
      double second = model.fit(X, Y, plan).get("loss").get(0);
      model.fit(shifted, TensorData.classes(0), plan(1));

      assertThat(second).isCloseTo(first, within(0.1));
      assertThat(model.weights().get("normalization/mean")).containsExactly(mean);
    }
  }

  @Test
  void aModelBuiltAnewTakesTheSavedWeights() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    try (KerasModel trained = open(classifier());
        KerasModel anew = KerasModel.of(classifier(), X.example(), 8)) {
      trained.fit(X, Y, plan(3));
      trained.saveWeights(file);
      assertThat(anew.predict(X)).isNotEqualTo(trained.predict(X));

      anew.loadWeights(file);

      assertThat(anew.predict(X)).isDeepEqualTo(trained.predict(X));
      assertThat(anew.evaluate(X, Y)).isEqualTo(trained.evaluate(X, Y));
    }
  }

  @Test
  void weightsOfAnotherArchitectureAreRefusedAndTheOldOnesKept() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    try (KerasModel trained = open(classifier());
        KerasModel other = open(compiled(Dense.of(3).activation(SOFTMAX)))) {
      trained.saveWeights(file);
      float[][] before = other.predict(X);

      assertThatThrownBy(() -> other.loadWeights(file))
          .isInstanceOf(IOException.class)
          .hasMessage(
              file
                  + " holds the weights of another model:"
                  + " dense/kernel has shape (2, 8), where the model has (2, 3);"
                  + " dense/bias has shape (8,), where the model has (3,);"
                  + " the model has no normalization/mean;"
                  + " the model has no normalization/variance;"
                  + " the model has no dense_1/kernel;"
                  + " and 1 more. Build the model with the layers it was saved with.");
      assertThat(other.predict(X)).isDeepEqualTo(before);
    }
  }

  @Test
  void printsItsLayers() {
    try (KerasModel model = open(classifier())) {
      assertThat(model.summary())
          .contains("normalization (Normalization)", "dense (Dense)", "dense_1 (Dense)")
          .contains("Total params: 55 (220.00 B)");
    }
  }

  @Test
  void whatDoesNotFitIsSaid() {
    try (KerasModel model = open(classifier())) {
      TensorData wide = TensorData.rows(new float[] {1, 2, 3});
      assertThatThrownBy(() -> model.predict(wide))
          .hasMessage(
              "x must be FLOAT32 of shape (None, 2), with at least one example."
                  + " Received: FLOAT32 of shape (1, 3)");
      assertThatThrownBy(() -> model.predict(TensorData.pixels(List.of(1, 2), (byte) 1, (byte) 2)))
          .hasMessageContaining("Received: UINT8 of shape (1, 2)");
      assertThatThrownBy(() -> model.predict(TensorData.floats(List.of(0, 2))))
          .hasMessageContaining("Received: FLOAT32 of shape (0, 2)");
      assertThatThrownBy(() -> model.evaluate(X, TensorData.classes(0, 0, 1, 1, 2, 3)))
          .hasMessage(
              "Labels must be class numbers from 0 to 2, as dense_1 has 3 outputs."
                  + " Received: 3 for example 5. The last layer needs an output for each class, or"
                  + " a single one for a number.");
      assertThatThrownBy(() -> model.evaluate(X, X))
          .hasMessage("y must be of shape (None) or (None, 3). Received: shape (6, 2)");
      assertThatThrownBy(() -> model.fit(X, TensorData.classes(0), plan(1)))
          .hasMessageContaining("the same, positive number of rows. Received: 6 and 1");
    }
  }

  @Test
  void aTableNeedsRowsOfOneLength() {
    assertThatThrownBy(() -> TensorData.rows(new float[2], new float[3]))
        .hasMessage(
            "TensorData.rows: row 1 has 3 values, but row 0 has 2. All need the same number.");
  }
}
