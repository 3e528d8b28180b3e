package dev.assay.training.ensembles;

import static dev.assay.keras.Fixtures.spec;
import static dev.assay.training.ensembles.Ensembles.BAGGED;
import static dev.assay.training.ensembles.Ensembles.DATA;
import static dev.assay.training.ensembles.Ensembles.SPARSE;
import static dev.assay.training.ensembles.Ensembles.VALIDATION;
import static dev.assay.training.ensembles.Ensembles.model;
import static dev.assay.training.ensembles.Ensembles.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.training.Trainings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be an ensemble, or not with this plan. */
class EnsembleErrorsTest {
  @Test
  void aTrainerRefusesAPlanWithAnEnsemble() {
    FitPlan plan = FitPlan.epochs(1).ensemble(Ensemble.bagging(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainings.train(BAGGED.graph(), plan, DATA))
        .withMessageContaining("Bagging[members=2]")
        .withMessageContaining("Use a Fitter");
  }

  @Test
  void aWeightThatAMemberLacksIsNamed() {
    Map<String, float[]> weights = new LinkedHashMap<>(BAGGED.log().weights);
    weights.remove("member_2/dense_1/bias");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainings.evaluate(BAGGED.graph(), weights, VALIDATION))
        .withMessage("weight member_2/dense_1/bias needs 3 values. Received: none");
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
  void aCombinerThatDoesNotFitTheMembersIsRefused() {
    Members two = Members.of(softmax(2), softmax(3));
    Model narrow = model(SPARSE, Dense.of(2).activation(Activation.SOFTMAX));
    refused(
        Ensemble.stacking(5),
        two.combinedBy(narrow),
        "The combiner needs one output of shape (None, 3), as the members have",
        "Received: (None, 2)");
    Model other = model(SPARSE.fromLogits(), Dense.of(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.combinedBy(other))
        .withMessageContaining("same loss and metrics");
    Model weighing = softmax(3).sampleWeights((tf, x, y) -> tf.onesLike(y));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.combinedBy(weighing))
        .withMessageEndingWith("Received: a model with functions of the labels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.combinedBy(Members.of(softmax(2), softmax(3))))
        .withMessageEndingWith("Received: Members");
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
}
