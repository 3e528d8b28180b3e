package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTPLUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.optimizers.Adam;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Losses that do not fit the outputs, count too little, or are paid for growing. */
class LossRulesTest {
  @Test
  void poissonNeedsOutputsAboveZero() {
    Finding finding =
        Told.only(
            CARS.of(Loss.POISSON, Normalization.layer(), Dense.of(8, RELU), Dense.of(1)),
            FindingCode.LOSS_DOMAIN);
    assertThat(finding.arguments())
        .containsEntry("loss", "Poisson")
        .containsEntry("layer", "dense_1");
    assertThat(
            Told.codes(
                CARS.of(
                    Loss.POISSON, Normalization.layer(), Dense.of(8, RELU), Dense.of(1, SOFTPLUS))))
        .isEmpty();
    Layer exp = Layer.lambda((tf, x) -> tf.math.exp(x));
    assertThat(
            Told.codes(
                CARS.of(Loss.POISSON, Normalization.layer(), Dense.of(8, RELU), Dense.of(1), exp)))
        .isEmpty();
  }

  private static Observations weighed(double first, double second) {
    Input in = Input.layer();
    Node trunk = Dense.of(16, RELU).apply(Normalization.layer().apply(in));
    Node main = Dense.of(1).name("main").apply(Dense.of(16, RELU).apply(trunk));
    Node aux = Dense.of(1).name("aux").apply(trunk);
    return CARS.of(
        Functional.of(in, main, aux)
            .compile(
                Adam.defaults(),
                Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(first),
                Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(second)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5, true", "0.0001, 1, true", "0.1, 1, false", "1, 0, false"})
  void theScoredOutputMustCount(double first, double second, boolean told) {
    assertThat(Told.codes(LossRules.headWeight(weighed(first, second))).isEmpty())
        .isNotEqualTo(told);
  }

  @Test
  void anOutputOfNoWeightIsNotTrained() {
    Finding finding = Told.among(LossRules.headWeight(weighed(0, 0.5)), FindingCode.LOSS_WEIGHT);
    assertThat(finding.arguments()).containsEntry("output", "main").containsEntry("nothing", true);
    assertThat(finding.message()).endsWith("it is not trained.");
    assertThat(
            Told.among(LossRules.headWeight(weighed(0.001, 1)), FindingCode.LOSS_WEIGHT).message())
        .endsWith("it is hardly trained.");
  }

  /** Adds a term to the loss and passes its input on. */
  private record Added(BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> term)
      implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      context.addLoss(term.apply(context.tf(), input));
      return input;
    }
  }

  private static Observations added(BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> term) {
    return TUMOURS.of(
        Normalization.layer(), Dense.of(16, RELU), new Added(term), Dense.of(1, SIGMOID));
  }

  private static Operand<TFloat32> meanSquare(Ops tf, Operand<TFloat32> x) {
    return tf.math.mean(tf.math.square(x), tf.constant(new int[] {0, 1}));
  }

  @Test
  void aNegativePenaltyIsAReward() {
    Finding finding =
        Told.only(
            added((tf, x) -> tf.math.mul(meanSquare(tf, x), tf.constant(-10f))),
            FindingCode.NEGATIVE_PENALTY);
    assertThat(finding.arguments()).containsEntry("layer", "added");
    assertThat(Told.codes(added((tf, x) -> tf.math.neg(meanSquare(tf, x)))))
        .containsExactly("NEGATIVE_PENALTY");
    assertThat(
            Told.codes(
                added(
                    (tf, x) ->
                        tf.math.sub(
                            tf.constant(0f), tf.math.mul(meanSquare(tf, x), tf.constant(2f))))))
        .containsExactly("NEGATIVE_PENALTY");
  }

  @Test
  void aPenaltyAboveZeroOrOfUnknownSignIsFine() {
    assertThat(Told.codes(added((tf, x) -> tf.math.mul(meanSquare(tf, x), tf.constant(1e-3f)))))
        .isEmpty();
    assertThat(
            Told.codes(
                added((tf, x) -> tf.math.mul(tf.math.neg(meanSquare(tf, x)), tf.constant(-1e-3f)))))
        .as("twice negative")
        .isEmpty();
    assertThat(Told.codes(added((tf, x) -> tf.math.mean(x, tf.constant(new int[] {0, 1})))))
        .as("a mean of what may be anything")
        .isEmpty();
  }
}
