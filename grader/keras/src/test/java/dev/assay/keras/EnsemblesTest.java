package dev.assay.keras;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.spec;
import static dev.assay.keras.Fixtures.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.SafeTensors;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.FitResult;
import dev.assay.keras.training.Fitter;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.Trainer;
import dev.assay.keras.training.TrainerOptions;
import dev.assay.keras.training.TrainingListener;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsemblesTest {
  private static final SparseCategoricalCrossentropy SPARSE = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
  private static final TensorData ONE = floats(List.of(1, 1), 1);
  private static final int ROWS = 120;
  private static final Labelled DATA = blobs(ROWS, 1);
  private static final Labelled VALIDATION = blobs(60, 2);

  @TempDir private Path folder;

  /** Three classes around the corners of a triangle. */
  private static Labelled blobs(int rows, long seed) {
    Random random = new Random(seed);
    double[] features = new double[2 * rows];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i % 3;
      features[2 * i] = 10 + (labels[i] == 1 ? 2 : 0) + random.nextGaussian();
      features[2 * i + 1] = -5 + (labels[i] == 2 ? 2 : 0) + random.nextGaussian();
    }
    return new Labelled(floats(List.of(rows, 2), features), classes(labels));
  }

  private static Model model(Loss loss, Layer... layers) {
    return Sequential.of(layers).compile(Adam.withLearningRate(0.05), loss, Metric.ACCURACY);
  }

  private static Model softmax(int hidden) {
    return model(
        SPARSE,
        Normalization.layer(),
        Dense.of(hidden).activation(Activation.RELU),
        Dropout.of(0.1),
        Dense.of(3).activation(Activation.SOFTMAX));
  }

  /** What was kept of a training, and what was heard of it. */
  private static final class Log implements TrainingListener {
    private final List<String> parts = new ArrayList<>();
    private final List<EpochResult> epochs = new ArrayList<>();
    private Map<String, float[]> weights = Map.of();

    @Override
    public void onPart(Part part) {
      parts.add(part.show());
    }

    @Override
    public void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {}

    @Override
    public void onEpoch(EpochResult result) {
      epochs.add(result);
    }

    @Override
    public void onBest(Map<String, float[]> best) {
      weights = best;
    }
  }

  /** Trained once for all tests that only look. */
  private static final Trained BAGGED = bagged(1);

  private static final Trained STACKED = stacked(1);

  private record Trained(ModelGraph graph, Log log, FitResult result) {}

  private static Trained train(Model model, FitPlan plan, Labelled data, long seed) {
    ModelGraph graph = plan.ensemble().trace(model, spec(data.features()), null, seed);
    Log log = new Log();
    try {
      Fitter fitter = new Fitter(graph, plan, data, VALIDATION, TrainerOptions.seed(seed));
      return new Trained(graph, log, fitter.fit(log));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Trained bagged(long seed) {
    return train(softmax(8), FitPlan.epochs(4).ensemble(Ensemble.bagging(3)), DATA, seed);
  }

  private static Trained stacked(long seed) {
    return train(
        Members.of(softmax(8), softmax(2), softmax(4)),
        FitPlan.epochs(3).ensemble(Ensemble.stacking(2)),
        DATA,
        seed);
  }

  private static List<Integer> bits(Trained trained) {
    return trained.log.weights.values().stream().map(Arrays::hashCode).toList();
  }

  private static float[] outputs(Trained trained, Manifest member) {
    return Fixtures.predict(trained.graph.part(member), trained.log.weights, VALIDATION.features());
  }

  /** Two members whose outputs for the input 1 are their biases with an activation. */
  private static float[] average(Loss loss, Activation activation, float[] first, float[] second) {
    Layer layer = Dense.of(first.length).activation(activation);
    ModelGraph graph = Ensemble.bagging(2).trace(model(loss, layer), spec(ONE), null, 1);
    Map<String, float[]> weights =
        Map.of(
            "member_1/dense/kernel",
            new float[first.length],
            "member_1/dense/bias",
            first,
            "member_2/dense/kernel",
            new float[first.length],
            "member_2/dense/bias",
            second);
    return Fixtures.predict(graph, weights, ONE);
  }

  @Test
  void valuesAreAveraged() {
    float[] average =
        average(Loss.MEAN_SQUARED_ERROR, Activation.LINEAR, weight(1, 2, -3), weight(2, -8, 5));
    assertThat(average).containsExactly(weight(1.5, -3, 1), offset(1e-6f));
  }

  /** The softmax of (ln 3, 0) is (0.75, 0.25), that of (0, ln 9) is (0.1, 0.9). */
  @Test
  void probabilitiesAreAveraged() {
    float[] average =
        average(SPARSE, Activation.SOFTMAX, weight(Math.log(3), 0), weight(0, Math.log(9)));
    assertThat(average).containsExactly(weight(0.425, 0.575), offset(1e-6f));
  }

  /** The same; the mean of the logits would give other shares. */
  @Test
  void theSoftmaxOfAveragedLogitsIsTheMeanProbability() {
    float[] average =
        average(
            SPARSE.fromLogits(), Activation.LINEAR, weight(Math.log(3), 0), weight(0, Math.log(9)));
    assertThat(average).containsExactly(weight(Math.log(0.425), Math.log(0.575)), offset(1e-6f));
  }

  /** Sigmoids of ln 3 and -ln 9 are 0.75 and 0.1; their mean's logit is ln(0.425 / 0.575). */
  @Test
  void theSigmoidOfAnAveragedLogitIsTheMeanProbability() {
    float[] average =
        average(
            Loss.BINARY_CROSSENTROPY.fromLogits(),
            Activation.LINEAR,
            weight(Math.log(3)),
            weight(-Math.log(9)));
    assertThat(average).containsExactly(weight(Math.log(0.425 / 0.575)), offset(1e-6f));
  }

  @Test
  void logitsFarFromZeroStayFinite() {
    float[] one =
        average(
            Loss.BINARY_CROSSENTROPY.fromLogits(), Activation.LINEAR, weight(-1000), weight(-2000));
    assertThat(one).containsExactly(weight(-1000 - Math.log(2)), offset(1e-3f));
    float[] classes =
        average(SPARSE.fromLogits(), Activation.LINEAR, weight(1000, 0), weight(2000, 0));
    assertThat(classes).containsExactly(weight(0, -1000 - Math.log(2)), offset(1e-3f));
  }

  @Test
  void baggingIsTheMeanOfItsMembers() {
    float[] mean = new float[3 * VALIDATION.features().rows()];
    List<Manifest> members = BAGGED.graph.parts().members();
    for (Manifest member : members) {
      float[] outputs = outputs(BAGGED, member);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += outputs[i] / members.size();
      }
    }
    float[] ensemble = Fixtures.predict(BAGGED.graph, BAGGED.log.weights, VALIDATION.features());
    assertThat(ensemble).containsExactly(mean, offset(1e-6f));
  }

  @Test
  void membersDifferInInitialWeightsExamplesAndNames() {
    assertThat(BAGGED.log.parts).containsExactly("member 1/3", "member 2/3", "member 3/3");
    assertThat(BAGGED.log.weights.keySet())
        .filteredOn(name -> name.endsWith("normalization/mean"))
        .containsExactly(
            "member_1/normalization/mean",
            "member_2/normalization/mean",
            "member_3/normalization/mean");
    for (String weight : List.of("normalization/mean", "dense/kernel")) {
      assertThat(BAGGED.log.weights.get("member_1/" + weight))
          .as("%s of two members", weight)
          .isNotEqualTo(BAGGED.log.weights.get("member_2/" + weight));
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
  void aTrainerRefusesAPlanWithAnEnsemble() {
    FitPlan plan = FitPlan.epochs(1).ensemble(Ensemble.bagging(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.train(BAGGED.graph, plan, DATA))
        .withMessageContaining("Bagging[members=2]")
        .withMessageContaining("Use a Fitter");
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
      List<WeightSpec> specs = trained.graph.manifest().weights();
      SafeTensors.write(file, specs, trained.log.weights);

      Map<String, Double> reloaded =
          Fixtures.evaluate(trained.graph, SafeTensors.read(file, specs), VALIDATION);

      assertThat(trained.result.stopReason()).isEqualTo(StopReason.COMPLETED);
      assertThat(trained.result.values())
          .containsOnlyKeys("val_loss", "val_accuracy")
          .containsEntry("val_loss", reloaded.get("loss"))
          .containsEntry("val_accuracy", reloaded.get("accuracy"));
      assertThat(reloaded.get("accuracy")).isGreaterThan(0.6);
    }
  }

  @Test
  void aWeightThatAMemberLacksIsNamed() {
    Map<String, float[]> weights = new LinkedHashMap<>(BAGGED.log.weights);
    weights.remove("member_2/dense_1/bias");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.evaluate(BAGGED.graph, weights, VALIDATION))
        .withMessage("weight member_2/dense_1/bias needs 3 values. Received: none");
  }

  @Test
  void stackingTrainsEachMemberOnceForEachFoldAndOnceOnAll() {
    assertThat(STACKED.log.parts)
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
    assertThat(STACKED.log.epochs).hasSize(9 * 3);
  }

  /** The average with weights softmax(scores) of the members' outputs. */
  @Test
  void stackingIsTheWeightedAverageOfItsMembers() {
    float[] scores = scores(STACKED.log.weights);
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score);
    }
    float[] average = new float[3 * VALIDATION.features().rows()];
    for (int member = 0; member < scores.length; member++) {
      float[] outputs = outputs(STACKED, STACKED.graph.parts().members().get(member));
      for (int i = 0; i < average.length; i++) {
        average[i] += (float) (Math.exp(scores[member]) / sum * outputs[i]);
      }
    }
    float[] ensemble = Fixtures.predict(STACKED.graph, STACKED.log.weights, VALIDATION.features());
    assertThat(ensemble).containsExactly(average, offset(1e-6f));
  }

  private static float[] scores(Map<String, float[]> weights) {
    return weights.getOrDefault("combiner/weighted_average/scores", new float[0]);
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

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 51})
  void anEnsembleNeedsTwoToFifty(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.bagging(number))
        .withMessage("Bagging: members must be in [2, 50]. Received: " + number);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.stacking(number))
        .withMessage("Stacking: folds must be in [2, 50]. Received: " + number);
  }

  private static void refused(Ensemble ensemble, Model model, String... parts) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ensemble.trace(model, spec(DATA.features()), null, 1))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  @Test
  void whatAPlanCannotCombineIsRefusedWithANextStep() {
    Members two = Members.of(softmax(2), softmax(3));
    refused(Ensemble.stacking(5), softmax(2), "Received: one", "Members.of(a, b)");
    refused(Ensemble.bagging(5), two, "2 models", "Ensemble.stacking(5)");
    refused(Ensemble.NONE, two, "2 models", "Ensemble.stacking(5)");
    Model two2 = model(SPARSE, Dense.of(2).activation(Activation.SOFTMAX));
    refused(
        Ensemble.stacking(5),
        Members.of(softmax(2), two2),
        "outputs of the same shape",
        "(None, 3) and (None, 2)");
  }

  @Test
  void membersShareLossAndMetrics() {
    Model other = model(SPARSE.fromLogits(), Dense.of(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Members.of(softmax(2), other))
        .withMessageContaining("same loss and metrics")
        .withMessageContaining("logits=true");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Members.of(softmax(2)))
        .withMessage("Members: there must be 2 to 50 models. Received: 1");
  }

  @Test
  void aMemberThatDivergesEndsAll() {
    Model diverging = model(SPARSE, Layer.lambda((tf, x) -> tf.math.log(x)), Dense.of(3));
    Trained trained = train(diverging, FitPlan.epochs(5).ensemble(Ensemble.bagging(4)), DATA, 1);
    assertThat(trained.result.stopReason()).isEqualTo(StopReason.DIVERGED);
    assertThat(trained.result.values()).isEmpty();
    assertThat(trained.log.parts).containsExactly("member 1/4");
    assertThat(trained.log.weights).isEmpty();
  }

  @Test
  void theWholeCountsTheParametersAndLayersOfAllParts() {
    ModelGraph graph = Ensemble.bagging(3).trace(softmax(8), spec(DATA.features()), null, 1);
    long one = 2 + 2 + (2 * 8 + 8) + (8 * 3 + 3);
    assertThat(graph.manifest().parameters()).isEqualTo(3 * one);
    assertThat(graph.manifest().layers())
        .extracting(row -> row.name().substring(0, row.name().indexOf('/')))
        .hasSize(13)
        .containsOnly("member_1", "member_2", "member_3", "combiner");
  }
}
