package dev.assay.training.models;

import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.TANH;
import static dev.assay.training.models.SixPoints.ONE_HOT;
import static dev.assay.training.models.SixPoints.X;
import static dev.assay.training.models.SixPoints.Y;
import static dev.assay.training.models.SixPoints.classifier;
import static dev.assay.training.models.SixPoints.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.History;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Fitter;
import dev.assay.training.KerasModel;
import dev.assay.training.TrainerOptions;
import dev.assay.training.Trainings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that is trained in a program of one's own gets the weights that a grading would keep. */
class KerasModelAsGradedTest {
  @TempDir private Path folder;

  /** As the worker's trainer: one seed, one result. */
  @Test
  void trainsAsTheGraderDoes() {
    FitPlan plan = FitPlan.epochs(3).batchSize(2).verbose(0);
    Labelled data = new Labelled(X, Y);
    Trainings.Run graded =
        Trainings.train(ModelGraph.trace(classifier(), X.example(), 7), plan, data, data, 7);
    try (KerasModel model = open(classifier())) {
      model.fit(X, Y, plan, data);

      assertThat(model.weights()).containsExactlyEntriesOf(graded.best());
    }
  }

  private static KerasModel asGraded(Model model, FitPlan plan, TensorData y) {
    return KerasModel.of(model, plan, new Labelled(X, y), TrainerOptions.seed(7));
  }

  /** The second output is to be the features, and the examples weigh what their class number is. */
  @Test
  void whatIsComputedFromLabelsIsTrainedAsTheGraderDoes() {
    Input in = Input.layer();
    Node hidden = Dense.of(2).activation(TANH).apply(in);
    Node classes = Dense.of(3).activation(SOFTMAX).apply(hidden);
    Model supervised =
        Functional.of(in, classes, Dense.of(2).apply(hidden))
            .compile(
                Adam.withLearningRate(0.05),
                Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY),
                Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(0.1))
            .target(1, (tf, x, y) -> x)
            .sampleWeights((tf, x, y) -> y);
    FitPlan plan = FitPlan.epochs(3).batchSize(2).verbose(0);
    Labelled data = new Labelled(X, Y);
    TensorData column = new TensorData(Y.type(), List.of(6, 1), Y.values());
    ModelGraph graph = ModelGraph.trace(supervised, X.example(), Y.example(), 7);
    Trainings.Run graded = Trainings.train(graph, plan, data, data, 7);
    try (KerasModel model = asGraded(supervised, plan, column)) {
      History history = model.fit(X, column, plan, data);

      assertThat(model.weights()).containsExactlyEntriesOf(graded.best());
      assertThat(history.values())
          .containsOnlyKeys(
              "loss",
              "dense_1_loss",
              "dense_2_loss",
              "val_loss",
              "val_dense_1_loss",
              "val_dense_2_loss");
      assertThat(model.predict(X)).hasDimensions(6, 3);
      assertThatThrownBy(() -> model.fit(X, ONE_HOT, plan))
          .hasMessage(
              "y must be INT32 of shape (None), as the model was built for."
                  + " Received: FLOAT32 of shape (6, 3)");
    }
    assertThatThrownBy(() -> open(supervised))
        .hasMessage(
            "Sample weights and targets are functions of the labels: build the model with what an"
                + " example's labels are, as KerasModel.of(model, plan, new Labelled(x, y),"
                + " options) does. Received: none");
  }

  /** As the worker's fitter; then saved, loaded and exported like any other model. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEnsembleIsTrainedAsTheGraderDoes(boolean stacked) throws IOException {
    Ensemble ensemble = stacked ? Ensemble.stacking(2) : Ensemble.bagging(2);
    Model weighted = classifier().sampleWeights((tf, x, y) -> y);
    Model members = stacked ? Members.of(weighted, classifier()) : weighted;
    FitPlan plan = FitPlan.epochs(2).batchSize(2).verbose(0).ensemble(ensemble);
    Labelled data = new Labelled(X, Y);
    ModelGraph graph = ensemble.trace(members, X.example(), Y.example(), 7);
    Trainings.Keeper graded = new Trainings.Keeper();
    new Fitter(graph, plan, data, data, TrainerOptions.seed(7)).fit(graded);
    Path file = folder.resolve("weights.safetensors");
    try (KerasModel model = asGraded(members, plan, Y);
        KerasModel anew = asGraded(members, plan, Y)) {
      History history = model.fit(X, Y, plan, data);
      model.saveWeights(file);
      anew.loadWeights(file);
      model.export(folder.resolve("saved"), "a", "b", "c");

      assertThat(model.weights()).containsExactlyInAnyOrderEntriesOf(graded.best());
      assertThat(history.get("val_loss")).hasSize(stacked ? 2 * (2 + 1) * 2 : 2 * 2);
      assertThat(history.bestEpoch()).isZero();
      assertThat(anew.predict(X)).isDeepEqualTo(model.predict(X));
      assertThat(folder.resolve("saved/saved_model.pb")).isNotEmptyFile();
    }
  }

  @Test
  void anotherEnsembleThanItWasBuiltForIsRefusedWithTheNextStep() {
    FitPlan bagging = FitPlan.epochs(1).ensemble(Ensemble.bagging(2));
    try (KerasModel single = open(classifier());
        KerasModel bagged = asGraded(classifier(), bagging, Y)) {
      assertThatThrownBy(() -> single.fit(X, Y, bagging))
          .hasMessage(
              "The model was built for no ensemble, the plan asks for Bagging[members=2]."
                  + " Build one for this plan: KerasModel.of(model, plan, new Labelled(x, y),"
                  + " TrainerOptions.seed(42)).");
      assertThatThrownBy(() -> bagged.fit(X, Y, FitPlan.epochs(1)))
          .hasMessageContaining("was built for Bagging[members=2], the plan asks for no ensemble.");
      assertThatThrownBy(() -> bagged.fit(X, Y, bagging))
          .hasMessageContaining("An ensemble needs a validation set");
    }
  }
}
