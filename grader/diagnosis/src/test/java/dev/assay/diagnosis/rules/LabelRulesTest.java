package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Targets, class weights and sample weights; cars do 23.5 miles a gallon on average, 7.8 apart. */
class LabelRulesTest {
  private static Model cars(Layer... last) {
    Layer[] layers = new Layer[3 + last.length];
    layers[0] = Normalization.layer();
    layers[1] = Dense.of(16, RELU);
    layers[2] = Dense.of(1);
    System.arraycopy(last, 0, layers, 3, last.length);
    return Sequential.of(layers).compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR);
  }

  private static Model tumours() {
    return Sequential.of(Normalization.layer(), Dense.of(16, RELU), Dense.of(1, SIGMOID))
        .compile(Adam.defaults(), Loss.BINARY_CROSSENTROPY);
  }

  private static Model plants() {
    return Sequential.of(Normalization.layer(), Dense.of(16, RELU), Dense.of(3, SOFTMAX))
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  @Test
  void aTargetThatIsNotUndoneIsNotTheLabel() {
    Finding finding =
        Told.only(
            CARS.of(cars().target(0, (tf, x, y) -> tf.math.log(y))), FindingCode.TARGET_CHANGED);
    assertThat(Told.number(finding, "label")).isEqualTo(23.5);
    assertThat(Told.number(finding, "target")).isEqualTo(Math.log(23.5));
    Finding flipped =
        Told.only(
            TUMOURS.of(tumours().target(0, (tf, x, y) -> tf.math.sub(tf.constant(1f), y))),
            FindingCode.TARGET_CHANGED);
    assertThat(flipped.arguments()).containsEntry("label", 0.0).containsEntry("target", 1.0);
  }

  @Test
  void targetsNearTheLabelAreFine() {
    assertThat(Told.codes(CARS.of(cars().target(0, (tf, x, y) -> y)))).isEmpty();
    assertThat(
            Told.codes(
                TUMOURS.of(
                    tumours()
                        .target(
                            0,
                            (tf, x, y) ->
                                tf.math.add(
                                    tf.math.mul(y, tf.constant(0.9f)), tf.constant(0.05f))))))
        .as("smoothed labels")
        .isEmpty();
  }

  /** Prediction gives back miles, training their logarithm. */
  private record Undo() implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return context.training() ? input : context.tf().math.exp(input);
    }
  }

  @Test
  void aTargetThatPredictionUndoesIsFine() {
    Model undone = cars(new Undo()).target(0, (tf, x, y) -> tf.math.log(y));
    assertThat(Told.codes(CARS.of(undone))).isEmpty();
  }

  @Test
  void labelsAreNoWeights() {
    Finding finding =
        Told.only(
            PLANTS.of(plants().sampleWeights((tf, x, y) -> y)), FindingCode.CLASS_WEIGHTS_SKEWED);
    assertThat(finding.arguments())
        .containsEntry("source", "SAMPLES")
        .containsEntry("lightest", 0L)
        .containsEntry("nothing", true);
    assertThat(finding.message()).contains("Class 0 is never learned").contains("sampleWeights");
    assertThat(finding.advice()).contains("a label is not a weight");
  }

  /** In Java 1 / 3 is 0. */
  @Test
  void weightsThatAreAllZeroTeachNothing() {
    FitPlan plan = FitPlan.epochs(20).classWeights(Map.of(0, 0f, 1, 0f, 2, 0f));
    Finding classes = Told.only(PLANTS.of(plan, plants()), FindingCode.CLASS_WEIGHTS_SKEWED);
    assertThat(classes.message()).startsWith("All class weights are 0");
    assertThat(classes.advice()).contains("1 / 3 is 0");
    Model weighted = cars().sampleWeights((tf, x, y) -> tf.math.mul(y, tf.constant(0f)));
    assertThat(Told.only(CARS.of(weighted), FindingCode.CLASS_WEIGHTS_SKEWED).message())
        .startsWith("All weights that sampleWeights gives");
  }

  @Test
  void weightsThatAreEvenEnoughOrNotKnownAreFine() {
    Model even = plants().sampleWeights((tf, x, y) -> tf.math.add(y, tf.constant(1f)));
    assertThat(Told.codes(PLANTS.of(even))).isEmpty();
    Model ofFeatures = plants().sampleWeights((tf, x, y) -> tf.math.abs(tf.sum(x, tf.constant(1))));
    assertThat(Told.codes(PLANTS.of(ofFeatures))).isEmpty();
    assertThat(LabelRules.sampleWeights(PLANTS.of(plants()))).isEmpty();
  }

  @Test
  void weightsOfATableAreLookedUp() {
    Model looked =
        plants()
            .sampleWeights(
                (tf, x, y) ->
                    tf.gather(
                        tf.constant(new float[] {1, 1, 100}),
                        tf.dtypes.cast(y, org.tensorflow.types.TInt32.class),
                        tf.constant(0)));
    assertThat(Told.only(PLANTS.of(looked), FindingCode.CLASS_WEIGHTS_SKEWED).arguments())
        .containsEntry("heaviest", 2L)
        .containsEntry("nothing", false);
  }

  @Test
  void classWeightsWithoutTheDataSayNothing() {
    Observations known =
        Known.planned(
            TUMOURS.of(tumours()), FitPlan.epochs(9).classWeights(Map.of(0, 0.1f, 1, 10f)));
    assertThat(Told.codes(known)).containsExactly("CLASS_WEIGHTS_SKEWED");
    assertThat(LabelRules.classWeights(Known.over(known, null))).isEmpty();
  }
}
