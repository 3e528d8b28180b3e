package dev.assay.training.ensembles;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.spec;
import static dev.assay.keras.Fixtures.weight;
import static dev.assay.training.ensembles.Ensembles.DATA;
import static dev.assay.training.ensembles.Ensembles.SPARSE;
import static dev.assay.training.ensembles.Ensembles.VALIDATION;
import static dev.assay.training.ensembles.Ensembles.model;
import static dev.assay.training.ensembles.Ensembles.softmax;
import static dev.assay.training.ensembles.Ensembles.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Boosting;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import dev.assay.training.ensembles.Ensembles.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that are trained in turn and vote. */
class BoostingTest {
  private static final TensorData ONE = floats(List.of(1, 1), 1);
  private static final String VOTES = "combiner/class_vote/votes";
  private static final Trained BOOSTED = boosted();

  @TempDir private Path folder;

  private static Trained boosted() {
    return train(softmax(8), FitPlan.epochs(4).ensemble(Ensemble.boosting(3)), DATA, 1);
  }

  private static float[] votes(Trained trained) {
    return Objects.requireNonNull(trained.log().weights.get(VOTES));
  }

  /** The vote of members whose outputs for the input 1 are their biases. */
  private static float[] vote(Loss loss, Activation activation, float[] votes, float[]... biases) {
    Model model = model(loss, Dense.of(biases[0].length).activation(activation));
    ModelGraph graph = Ensemble.boosting(biases.length).trace(model, spec(ONE), null, 1);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (int i = 0; i < biases.length; i++) {
      weights.put("member_" + (i + 1) + "/dense/kernel", new float[biases[i].length]);
      weights.put("member_" + (i + 1) + "/dense/bias", biases[i]);
    }
    weights.put(VOTES, votes);
    return Trainings.predict(graph, weights, ONE);
  }

  /** Classes 2, 0 and 2 with the votes of SammeTest; the constants are scikit-learn's. */
  @Test
  void probabilitiesAreThoseOfScikitLearn() {
    float[] votes = weight(1.791759469228055, 2.772588722239781, 3.828641396489095);
    float[] two = weight(0, 1, 2);
    float[] zero = weight(9, 1, 2);
    float[] softmax = vote(SPARSE, Activation.SOFTMAX, votes, two, zero, two);
    float[] expected = weight(0.32569680366843357, 0.25422191350413326, 0.4200812828274332);
    assertThat(softmax).containsExactly(expected, offset(1e-6f));

    float[] logits = vote(SPARSE.fromLogits(), Activation.LINEAR, votes, two, zero, two);
    assertThat(Math.exp(logits[2] - logits[0])).isCloseTo(expected[2] / expected[0], offset(1e-5));
    assertThat(logits[0] + logits[1] + logits[2]).isCloseTo(0, offset(1e-6f));
  }

  /**
   * Classes 1, 0 and 1: scikit-learn's decision function is 0.3460, twice the average, and its
   * probability 0.5857.
   */
  @Test
  void aSingleOutputIsTheProbabilityOfClassOne() {
    float[] votes = weight(1.791759469228055, 2.772588722239781, 3.828641396489095);
    float decision = (votes[0] - votes[1] + votes[2]) / (votes[0] + votes[1] + votes[2]);
    float[] yes = weight(2);
    float[] no = weight(-1);
    assertThat(vote(Loss.HINGE, Activation.LINEAR, votes, yes, no, yes))
        .containsExactly(weight(decision), offset(1e-6f));
    assertThat(vote(Loss.BINARY_CROSSENTROPY.fromLogits(), Activation.LINEAR, votes, yes, no, yes))
        .containsExactly(weight(2 * decision), offset(1e-6f));
    float[] scikit = weight(1.0986122886681096, 2.3978952727983707, 2.3025850929940455);
    assertThat(vote(Loss.BINARY_CROSSENTROPY, Activation.SIGMOID, scikit, yes, no, yes))
        .containsExactly(weight(0.5856521988398811), offset(1e-6f));
  }

  @Test
  void membersAreTrainedInTurnAndVote() {
    assertThat(BOOSTED.log().parts).containsExactly("member 1/3", "member 2/3", "member 3/3");
    assertThat(votes(BOOSTED)).hasSize(3);
    assertThat(votes(BOOSTED)[0]).isPositive();
    assertThat(BOOSTED.log().weights.keySet())
        .containsExactlyInAnyOrderElementsOf(
            BOOSTED.graph().manifest().weights().stream().map(WeightSpec::name).toList());
    assertThat(boosted().log().weights.values().stream().map(Arrays::hashCode))
        .containsExactlyElementsOf(
            BOOSTED.log().weights.values().stream().map(Arrays::hashCode).toList());
  }

  /** The first member's vote is log((1 - e) / e) + log 2, with its share e of wrong examples. */
  @Test
  void theFirstVoteComesFromTheShareOfWrongExamples() {
    float[] outputs =
        Trainings.predict(
            BOOSTED.graph().part(BOOSTED.graph().parts().members().get(0)),
            BOOSTED.log().weights,
            DATA.features());
    int wrong = 0;
    for (int row = 0; row < DATA.size(); row++) {
      float right = outputs[3 * row + DATA.labels().classNumber(row)];
      for (int k = 0; k < 3; k++) {
        if (outputs[3 * row + k] > right) {
          wrong++;
          break;
        }
      }
    }
    double error = (double) wrong / DATA.size();
    assertThat((double) votes(BOOSTED)[0])
        .isCloseTo(Math.log((1 - error) / error) + Math.log(2), offset(1e-5));
  }

  @Test
  void reloadedWeightsGiveTheRecordedValues() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    List<WeightSpec> specs = BOOSTED.graph().manifest().weights();
    SafeTensors.write(file, specs, BOOSTED.log().weights);
    Map<String, Double> reloaded =
        Trainings.evaluate(BOOSTED.graph(), SafeTensors.read(file, specs), VALIDATION);
    assertThat(BOOSTED.result().values())
        .containsEntry("val_loss", reloaded.get("loss"))
        .containsEntry("val_accuracy", reloaded.get("accuracy"));
  }

  /** Two examples far apart: the first member makes no error. */
  @Test
  void aMemberWithoutErrorsEndsBoosting() {
    Labelled easy =
        new Labelled(floats(List.of(3, 2), 0, 0, 50, 0, 0, 50), TensorData.classes(0, 1, 2));
    Model model = model(SPARSE, Normalization.layer(), Dense.of(3).activation(Activation.SOFTMAX));
    Trained trained = train(model, FitPlan.epochs(60).ensemble(Ensemble.boosting(4)), easy, 1);
    assertThat(trained.log().parts).containsExactly("member 1/4");
    assertThat(votes(trained)).containsExactly(1, 0, 0, 0);
    assertThat(trained.log().weights.get("member_4/dense/kernel"))
        .isEqualTo(trained.log().weights.get("member_1/dense/kernel"));
  }

  /** Examples that cannot be told apart: every member errs on a half of them or more. */
  @Test
  void aFirstMemberThatGuessesIsKeptAlone() {
    Labelled alike =
        new Labelled(floats(List.of(4, 2), new double[8]), TensorData.classes(0, 1, 2, 2));
    Model model = model(SPARSE, Dense.of(3).useBias(false).activation(Activation.SOFTMAX));
    Trained trained = train(model, FitPlan.epochs(1).ensemble(Ensemble.boosting(2)), alike, 1);
    assertThat(trained.log().parts).containsExactly("member 1/2");
    assertThat(votes(trained)).containsExactly(1, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLearningRateIsAboveZeroAndNoMoreThanTen(double rate) {
    Boosting boosting = Ensemble.boosting(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> boosting.learningRate(rate))
        .withMessage("Boosting: learningRate must be in (0, 10]. Received: " + rate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.boosting(51))
        .withMessage("Boosting: members must be in [2, 50]. Received: 51");
  }

  @Test
  void aLossOfSeveralNumbersOrLabelsIsRefused() {
    for (Loss loss : List.of(Loss.MEAN_SQUARED_ERROR, Loss.BINARY_CROSSENTROPY)) {
      Model model = model(loss, Dense.of(3).activation(Activation.SIGMOID));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Ensemble.boosting(2).trace(model, spec(DATA.features()), null, 1))
          .withMessageContaining("one class or one number for each example")
          .withMessageContaining("with 3 outputs");
    }
  }
}
