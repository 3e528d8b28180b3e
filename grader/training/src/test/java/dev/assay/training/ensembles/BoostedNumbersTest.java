package dev.assay.training.ensembles;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.spec;
import static dev.assay.training.ensembles.Ensembles.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.BoostingLoss;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Fitter;
import dev.assay.training.TrainerOptions;
import dev.assay.training.Trainings;
import dev.assay.training.ensembles.Ensembles.Log;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

/** Members that are trained in turn on a number, and their weighted median. */
class BoostedNumbersTest {
  private static final TensorData ONE = floats(List.of(1, 1), 1);
  private static final String VOTES = "combiner/weighted_median/votes";
  private static final Labelled DATA = curve(80, 1);
  private static final Labelled VALIDATION = curve(40, 2);

  /** The square of a feature, with some noise. */
  private static Labelled curve(int rows, long seed) {
    Random random = new Random(seed);
    double[] features = new double[rows];
    double[] targets = new double[rows];
    for (int i = 0; i < rows; i++) {
      features[i] = 2 * random.nextDouble() - 1;
      targets[i] = features[i] * features[i] + 0.02 * random.nextGaussian();
    }
    return new Labelled(floats(List.of(rows, 1), features), Fixtures.targets(targets));
  }

  private static Model network(int hidden) {
    return Sequential.of(
            Normalization.layer(), Dense.of(hidden).activation(Activation.RELU), Dense.of(1))
        .compile(Adam.withLearningRate(0.05), Loss.MEAN_SQUARED_ERROR);
  }

  private record Result(ModelGraph graph, Log log, Map<String, Double> values) {
    float[] votes() {
      return log.weights.getOrDefault(VOTES, new float[0]);
    }
  }

  private static Result train(Model model, FitPlan plan, Labelled data) {
    ModelGraph graph = plan.ensemble().trace(model, spec(data.features()), null, 1);
    Log log = new Log();
    try {
      Fitter fitter = new Fitter(graph, plan, data, VALIDATION, TrainerOptions.seed(1));
      return new Result(graph, log, fitter.fit(log).values());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The median of members whose outputs for the input 1 are these. */
  private static float median(float[] votes, float... outputs) {
    Model model = model(Loss.MEAN_SQUARED_ERROR, Dense.of(1));
    ModelGraph graph = Ensemble.boosting(outputs.length).trace(model, spec(ONE), null, 1);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (int i = 0; i < outputs.length; i++) {
      weights.put("member_" + (i + 1) + "/dense/kernel", new float[1]);
      weights.put("member_" + (i + 1) + "/dense/bias", new float[] {outputs[i]});
    }
    weights.put(VOTES, votes);
    return Trainings.predict(graph, weights, ONE)[0];
  }

  private static float[] votes(double... votes) {
    return Fixtures.weight(votes);
  }

  /**
   * The rounds of AdaBoostR2Test, {@code predict} of scikit-learn's AdaBoostRegressor: with three
   * members, and with the first two, where the second one has two thirds of the votes.
   */
  @Test
  void mediansAreThoseOfScikitLearn() {
    float[] three = votes(0.4054651081081642, 0.8209805520698301, 0.5785552532227288);
    assertThat(median(three, 1, 1.5f, 1)).isEqualTo(1);
    assertThat(median(three, 2, 2, 2.25f)).isEqualTo(2);
    assertThat(median(three, 3, 2, 3)).isEqualTo(3);
    assertThat(median(three, 4, 4, 3)).isEqualTo(4);
    assertThat(median(three, 5.5f, 5, 5)).isEqualTo(5);
    float[] two = votes(0.4054651081081642, 0.8209805520698301);
    assertThat(median(two, 1, 1.5f)).isEqualTo(1.5f);
    assertThat(median(two, 3, 2)).isEqualTo(2);
  }

  /** Of an even number of equal votes the lower median, however many there are. */
  @Test
  void halfOfTheVotesIsEnough() {
    assertThat(median(votes(0.3, 0.3), 7, -2)).isEqualTo(-2);
    float[] equal = new float[50];
    float[] outputs = new float[50];
    for (int i = 0; i < 50; i++) {
      equal[i] = 0.1f;
      outputs[i] = (i * 7) % 50;
    }
    assertThat(median(equal, outputs)).isEqualTo(24);
  }

  @Test
  void aMemberWithoutAVoteDoesNotCount() {
    assertThat(median(votes(1, 0, 0), 3, -100, 100)).isEqualTo(3);
    assertThat(median(votes(0.5, 0, 0.6), 3, -100, 4)).isEqualTo(4);
  }

  @Test
  void membersAreTrainedInTurnAndHaveVotes() {
    FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.boosting(4));
    Result boosted = train(network(6), plan, DATA);
    assertThat(boosted.log().parts).hasSizeGreaterThan(1).startsWith("member 1/4", "member 2/4");
    assertThat(boosted.votes()).hasSize(4);
    assertThat(boosted.votes()[0]).isPositive();
    assertThat(boosted.values()).containsOnlyKeys("val_loss");
    Map<String, Double> reloaded =
        Trainings.evaluate(boosted.graph(), boosted.log().weights, VALIDATION);
    assertThat(boosted.values()).containsEntry("val_loss", reloaded.get("loss"));
  }

  /** The first member's vote is log((1 - e) / e) with its mean error e over the largest one. */
  @Test
  void theFirstVoteComesFromTheErrors() {
    FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.boosting(2).loss(BoostingLoss.SQUARE));
    Result boosted = train(network(6), plan, DATA);
    float[] outputs =
        Trainings.predict(
            boosted.graph().part(boosted.graph().parts().members().get(0)),
            boosted.log().weights,
            DATA.features());
    double largest = 0;
    for (int row = 0; row < outputs.length; row++) {
      largest = Math.max(largest, Math.abs(outputs[row] - DATA.labels().row(row)[0]));
    }
    double error = 0;
    for (int row = 0; row < outputs.length; row++) {
      double share = (outputs[row] - DATA.labels().row(row)[0]) / largest;
      error += share * share / outputs.length;
    }
    assertThat((double) boosted.votes()[0]).isCloseTo(Math.log((1 - error) / error), offset(1e-5));
  }

  /** A constant 0 errs by 1 everywhere, so that its mean error is the largest one. */
  @Test
  void aFirstMemberWhoseErrorsAreAllAlikeIsKeptAlone() {
    Labelled far = new Labelled(floats(List.of(4, 1), new double[4]), Fixtures.targets(1, 1, 1, 1));
    Model zero = model(Loss.MEAN_ABSOLUTE_ERROR, Dense.of(1).useBias(false));
    Result boosted = train(zero, FitPlan.epochs(1).ensemble(Ensemble.boosting(3)), far);
    assertThat(boosted.log().parts).containsExactly("member 1/3");
    assertThat(boosted.votes()).containsExactly(1, 0, 0);
  }

  @Test
  void anOutputWithATargetOfItsOwnIsRefused() {
    Model model =
        network(2).target(0, (tf, x, y) -> tf.math.square(tf.dtypes.cast(y, TFloat32.class)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Ensemble.boosting(2).trace(model, spec(DATA.features()), spec(DATA.labels()), 1))
        .withMessageContaining("an output with a target of its own");
  }
}
