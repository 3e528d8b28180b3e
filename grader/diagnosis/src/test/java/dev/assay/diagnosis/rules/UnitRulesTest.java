package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Measured;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.WatchList;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome.Kind;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.ReLU;
import dev.assay.protocol.Job.Watched;
import dev.assay.protocol.ModelMeasurement.State;
import dev.assay.protocol.ModelMeasurement.Values;
import dev.assay.protocol.ModelMeasurement.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.NodeDef;

/** Units, gradients and moving averages as they were measured. */
class UnitRulesTest {
  private static final Observations MODEL =
      TUMOURS.of(
          Normalization.layer(), Dense.of(100, RELU), Dense.of(64, TANH), Dense.of(1, SIGMOID));

  /** The tensor of the only operation of that type. */
  private static String tensor(Observations known, String operation) {
    return known.serving().operations().stream()
        .filter(node -> node.getOp().equals(operation))
        .map(NodeDef::getName)
        .findFirst()
        .orElseThrow();
  }

  private static Observations trained(Observations model, Values... values) {
    State state = Measured.with(Measured.state(0.5), values);
    return Known.failed(Known.measured(model, Measured.of(Measured.state(0.7), state)));
  }

  private static Values relu(int dead) {
    return new Values(tensor(MODEL, "Relu"), 100, dead, dead, dead, 1, 1, 1);
  }

  private static Values tanh(int stuck) {
    return new Values(tensor(MODEL, "Tanh"), 64, 0, stuck, 0, 1, 1, 1);
  }

  @Test
  void whatActivationsMakeIsWatched() {
    assertThat(WatchList.of(MODEL.outline()))
        .extracting(Watched::tensor)
        .contains(tensor(MODEL, "Relu"), tensor(MODEL, "Tanh"), tensor(MODEL, "Sigmoid"))
        .doesNotHaveDuplicates();
  }

  @Test
  void unitsThatAreAlwaysZeroAreDead() {
    Finding finding = Told.only(UnitRules.dead(trained(MODEL, relu(90))), FindingCode.DEAD_UNITS);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense")
        .containsEntry("activation", "RELU")
        .containsEntry("count", 90L)
        .containsEntry("units", 100L);
    assertThat(UnitRules.dead(trained(MODEL, relu(89)))).isEmpty();
  }

  @Test
  void unitsAtAnEndOfTheirRangeAreSaturated() {
    Finding finding =
        Told.only(UnitRules.saturated(trained(MODEL, tanh(32))), FindingCode.SATURATED_UNITS);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense_1")
        .containsEntry("activation", "TANH")
        .containsEntry("count", 32L);
    assertThat(UnitRules.saturated(trained(MODEL, tanh(31)))).isEmpty();
  }

  /** A sure classifier's outputs are near 0 and 1. */
  @Test
  void theOutputMaySaturate() {
    Values output = new Values(tensor(MODEL, "Sigmoid"), 1, 0, 1, 0, 1, 1, 1);
    assertThat(UnitRules.saturated(trained(MODEL, output))).isEmpty();
  }

  @Test
  void unitsOfAnswersThatPassMayDie() {
    Observations known = trained(MODEL, relu(100), tanh(64));
    assertThat(Told.codes(known)).containsExactlyInAnyOrder("DEAD_UNITS", "SATURATED_UNITS");
    assertThat(Told.codes(Known.passed(known))).isEmpty();
    assertThat(UnitRules.dead(Known.ended(known, Kind.DIVERGED))).hasSize(1);
  }

  /** Whoever asks what could be wrong before training is told what was measured. */
  @Test
  void unitsThatAreDeadBeforeTrainingAreFoundToo() {
    Observations known = Known.measured(MODEL, Measured.values(relu(95)));
    assertThat(Told.codes(known)).containsExactly("DEAD_UNITS");
  }

  private static Observations gradients(double first, double last) {
    return Known.measured(
        MODEL,
        Measured.weights(
            new Weight("dense/kernel", 0.1, first, 0),
            new Weight("dense/bias", 0.1, 1e-12, 0),
            new Weight("dense_1/kernel", 0.1, 0.1, 0),
            new Weight("dense_2/kernel", 0.1, last, 0)));
  }

  @Test
  void gradientsThatAreAThousandTimesSmallerInFrontVanish() {
    Finding finding =
        Told.only(UnitRules.vanishing(gradients(0.00099, 1)), FindingCode.VANISHING_GRADIENT);
    assertThat(finding.arguments())
        .containsEntry("weight", "dense/kernel")
        .containsEntry("last", "dense_2/kernel")
        .containsEntry("layers", 3L);
    assertThat(Told.number(finding, "ratio")).isBetween(1_010.0, 1_011.0);
    assertThat(UnitRules.vanishing(gradients(0.00101, 1))).isEmpty();
    assertThat(UnitRules.vanishing(Known.passed(gradients(1e-9, 1)))).isEmpty();
  }

  @Test
  void twoLayersAreTooFewToVanish() {
    Observations known =
        Known.measured(
            TUMOURS.of(Normalization.layer(), Dense.of(8, RELU), Dense.of(1, SIGMOID)),
            Measured.weights(
                new Weight("dense/kernel", 0.1, 1e-9, 0),
                new Weight("dense_1/kernel", 0.1, 1.0, 0)));
    assertThat(UnitRules.vanishing(known)).isEmpty();
  }

  private static final Observations NORMALIZED =
      TUMOURS.of(
          Normalization.layer(),
          Dense.of(8).useBias(false),
          BatchNormalization.layer(),
          ReLU.layer(),
          Dense.of(1, SIGMOID));

  private static Observations lagging(Observations model, double serving) {
    State state = Measured.serving(Measured.state(0.2), serving);
    return Known.failed(Known.measured(model, Measured.of(Measured.state(0.7), state)));
  }

  @Test
  void movingAveragesThatLagMakePredictionsWorse() {
    Finding finding =
        Told.only(UnitRules.movingAverages(lagging(NORMALIZED, 0.26)), FindingCode.MOVING_AVERAGES);
    assertThat(finding.arguments())
        .containsEntry("layer", "batch_normalization")
        .containsEntry("serving", 0.26)
        .containsEntry("training", 0.2)
        .containsEntry("steps", 220L);
    assertThat(UnitRules.movingAverages(lagging(NORMALIZED, 0.25))).isEmpty();
    assertThat(UnitRules.movingAverages(lagging(MODEL, 0.9))).isEmpty();
    assertThat(UnitRules.movingAverages(Known.passed(lagging(NORMALIZED, 0.9)))).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberBeforeTheFirstStepIsUndefined() {
    for (double loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Observations known = Known.measured(MODEL, Measured.of(Measured.state(loss), null));
      Told.among(UnitRules.undefined(known), FindingCode.UNDEFINED_LOSS);
      assertThat(UnitRules.undefined(Known.ended(known, Kind.DIVERGED))).hasSize(1);
      assertThat(UnitRules.undefined(Known.passed(known))).isEmpty();
    }
    assertThat(UnitRules.undefined(Known.measured(MODEL, Measured.of(Measured.state(1e30), null))))
        .isEmpty();
    assertThat(UnitRules.undefined(MODEL)).isEmpty();
  }

  /** Nothing that was measured may make a rule fail. */
  @Test
  void numbersThatAreNoneAreBorne() {
    double none = Double.NaN;
    State state =
        Measured.with(
            Measured.state(none),
            new Values(tensor(MODEL, "Relu"), 100, 0, 0, 0, none, none, none));
    Observations known = Known.measured(MODEL, Measured.of(state, state));
    assertThat(Told.codes(Known.ended(known, Kind.DIVERGED))).contains("UNDEFINED_LOSS");
    assertThat(List.copyOf(UnitRules.dead(known))).isEmpty();
  }
}
