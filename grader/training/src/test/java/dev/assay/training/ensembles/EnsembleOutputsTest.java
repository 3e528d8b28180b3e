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
import static dev.assay.training.ensembles.Ensembles.model;
import static dev.assay.training.ensembles.Ensembles.outputs;
import static dev.assay.training.ensembles.Ensembles.scores;
import static dev.assay.training.ensembles.Ensembles.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an ensemble makes of the outputs of its members. */
class EnsembleOutputsTest {
  private static final TensorData ONE = floats(List.of(1, 1), 1);

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
    return Trainings.predict(graph, weights, ONE);
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
    List<Manifest> members = BAGGED.graph().parts().members();
    for (Manifest member : members) {
      float[] outputs = outputs(BAGGED, member);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += outputs[i] / members.size();
      }
    }
    float[] ensemble =
        Trainings.predict(BAGGED.graph(), BAGGED.log().weights, VALIDATION.features());
    assertThat(ensemble).containsExactly(mean, offset(1e-6f));
  }

  /** The average with weights softmax(scores) of the members' outputs. */
  @Test
  void stackingIsTheWeightedAverageOfItsMembers() {
    float[] scores = scores(STACKED.log().weights);
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score);
    }
    float[] average = new float[3 * VALIDATION.features().rows()];
    for (int member = 0; member < scores.length; member++) {
      float[] outputs = outputs(STACKED, STACKED.graph().parts().members().get(member));
      for (int i = 0; i < average.length; i++) {
        average[i] += (float) (Math.exp(scores[member]) / sum * outputs[i]);
      }
    }
    float[] ensemble =
        Trainings.predict(STACKED.graph(), STACKED.log().weights, VALIDATION.features());
    assertThat(ensemble).containsExactly(average, offset(1e-6f));
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
