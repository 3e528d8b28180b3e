package dev.assay.training.ensembles;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.spec;
import static dev.assay.keras.Fixtures.weight;
import static dev.assay.training.ensembles.Ensembles.BAGGED;
import static dev.assay.training.ensembles.Ensembles.DATA;
import static dev.assay.training.ensembles.Ensembles.SPARSE;
import static dev.assay.training.ensembles.Ensembles.STACKED;
import static dev.assay.training.ensembles.Ensembles.VALIDATION;
import static dev.assay.training.ensembles.Ensembles.bagged;
import static dev.assay.training.ensembles.Ensembles.model;
import static dev.assay.training.ensembles.Ensembles.scores;
import static dev.assay.training.ensembles.Ensembles.softmax;
import static dev.assay.training.ensembles.Ensembles.stacked;
import static dev.assay.training.ensembles.Ensembles.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.Fitter;
import dev.assay.training.Trainer;
import dev.assay.training.TrainerOptions;
import dev.assay.training.Trainings;
import dev.assay.training.ensembles.Ensembles.Log;
import dev.assay.training.ensembles.Ensembles.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the members of an ensemble are trained, and what is kept of them. */
class EnsembleTrainingTest {
  @TempDir private Path folder;

  private static List<Integer> bits(Trained trained) {
    return trained.log().weights.values().stream().map(Arrays::hashCode).toList();
  }

  @Test
  void membersDifferInInitialWeightsExamplesAndNames() {
    assertThat(BAGGED.log().parts).containsExactly("member 1/3", "member 2/3", "member 3/3");
    assertThat(BAGGED.log().weights.keySet())
        .filteredOn(name -> name.endsWith("normalization/mean"))
        .containsExactly(
            "member_1/normalization/mean",
            "member_2/normalization/mean",
            "member_3/normalization/mean");
    for (String weight : List.of("normalization/mean", "dense/kernel")) {
      assertThat(BAGGED.log().weights.get("member_1/" + weight))
          .as("%s of two members", weight)
          .isNotEqualTo(BAGGED.log().weights.get("member_2/" + weight));
    }
  }

  /** The features 1, 1 and 6 have the mean 8/3 and the variance 50/9. */
  @Test
  void aTrainingGoesThroughItsRowsOnly() throws IOException {
    Labelled data = new Labelled(floats(List.of(3, 1), 1, 2, 6), Fixtures.targets(1, 1, 1));
    Model model = model(Loss.MEAN_ABSOLUTE_ERROR, Normalization.layer(), Dense.of(1));
    ModelGraph graph = ModelGraph.trace(model, spec(data.features()), 1);
    Log log = new Log();
    int[] rows = {0, 0, 2};
    try (Trainer trainer =
        new Trainer(graph, FitPlan.epochs(1), data, rows, data, TrainerOptions.seed(1))) {
      trainer.fit(log);
    }
    assertThat(log.weights.get("normalization/mean"))
        .containsExactly(weight(8.0 / 3), offset(1e-6f));
    assertThat(log.weights.get("normalization/variance"))
        .containsExactly(weight(50.0 / 9), offset(1e-5f));
    assertThat(rows).containsExactly(0, 0, 2);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertThat(bits(bagged(1))).isEqualTo(bits(BAGGED));
    assertThat(bits(bagged(2))).isNotEqualTo(bits(BAGGED));
    assertThat(bits(stacked(1))).isEqualTo(bits(STACKED));
  }

  @Test
  void theSameSeedGivesTheSameGraph() {
    Ensemble bagging = Ensemble.bagging(2);
    ModelGraph graph = bagging.trace(softmax(2), spec(DATA.features()), null, 3);
    assertThat(bagging.trace(softmax(2), spec(DATA.features()), null, 3)).isEqualTo(graph);
    assertThat(bagging.trace(softmax(2), spec(DATA.features()), null, 4)).isNotEqualTo(graph);
  }

  /** What a file holds of the weights gives exactly the values that were recorded. */
  @Test
  void reloadedWeightsGiveTheRecordedValues() throws IOException {
    for (Trained trained : List.of(BAGGED, STACKED)) {
      Path file = folder.resolve("weights.safetensors");
      List<WeightSpec> specs = trained.graph().manifest().weights();
      SafeTensors.write(file, specs, trained.log().weights);

      Map<String, Double> reloaded =
          Trainings.evaluate(trained.graph(), SafeTensors.read(file, specs), VALIDATION);

      assertThat(trained.result().stopReason()).isEqualTo(StopReason.COMPLETED);
      assertThat(trained.result().values())
          .containsOnlyKeys("val_loss", "val_accuracy")
          .containsEntry("val_loss", reloaded.get("loss"))
          .containsEntry("val_accuracy", reloaded.get("accuracy"));
      assertThat(reloaded.get("accuracy")).isGreaterThan(0.6);
    }
  }

  @Test
  void stackingTrainsEachMemberOnceForEachFoldAndOnceOnAll() {
    assertThat(STACKED.log().parts)
        .containsExactly(
            "member 1/3 without fold 1/2",
            "member 1/3 without fold 2/2",
            "member 1/3",
            "member 2/3 without fold 1/2",
            "member 2/3 without fold 2/2",
            "member 2/3",
            "member 3/3 without fold 1/2",
            "member 3/3 without fold 2/2",
            "member 3/3");
    assertThat(STACKED.log().epochs).hasSize(9 * 3);
  }

  /**
   * Each example has a feature of its own, and half of the labels are 0: a model with a weight for
   * each example learns all by heart and knows nothing of others; one with a bias only says 1/2.
   * Had members predicted what they were trained on, the first would get the larger weight.
   */
  @Test
  void aMemberThatKnowsItsExamplesByHeartGetsNoWeight() {
    int rows = 200;
    double[] features = new double[rows * rows];
    int[] labels = new int[rows];
    Random random = new Random(1);
    for (int i = 0; i < rows; i++) {
      features[i * rows + i] = 20;
      labels[i] = random.nextBoolean() ? 1 : 0;
    }
    Labelled data = new Labelled(floats(List.of(rows, rows), features), classes(labels));
    Model byHeart = model(Loss.BINARY_CROSSENTROPY, Dense.of(1).activation(Activation.SIGMOID));
    Model constant =
        model(
            Loss.BINARY_CROSSENTROPY,
            Layer.lambda((tf, x) -> tf.math.mul(x, tf.constant(0f))),
            Dense.of(1).activation(Activation.SIGMOID));
    FitPlan plan = FitPlan.epochs(5).ensemble(Ensemble.stacking(2));
    ModelGraph graph =
        plan.ensemble().trace(Members.of(byHeart, constant), spec(data.features()), null, 1);
    Log log = new Log();
    try {
      new Fitter(graph, plan, data, data, TrainerOptions.seed(1)).fit(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    float[] scores = scores(log.weights);
    assertThat(scores[0]).isLessThan(scores[1]);
  }

  @Test
  void aMemberThatDivergesEndsAll() {
    Model diverging = model(SPARSE, Layer.lambda((tf, x) -> tf.math.log(x)), Dense.of(3));
    Trained trained = train(diverging, FitPlan.epochs(5).ensemble(Ensemble.bagging(4)), DATA, 1);
    assertThat(trained.result().stopReason()).isEqualTo(StopReason.DIVERGED);
    assertThat(trained.result().values()).isEmpty();
    assertThat(trained.log().parts).containsExactly("member 1/4");
    assertThat(trained.log().weights).isEmpty();
  }
}
