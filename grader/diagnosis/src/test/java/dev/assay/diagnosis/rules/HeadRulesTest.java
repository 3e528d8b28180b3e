package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.RELU6;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Exercise;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last layers, and their loss. */
class HeadRulesTest {
  private static Observations digits(Loss loss, Dense last) {
    return DIGITS.of(loss, Rescaling.by(1.0 / 255), Flatten.layer(), Dense.of(64, RELU), last);
  }

  @Test
  void softmaxTwiceIsTwoActivationsInARow() {
    Finding finding =
        Told.only(
            PLANTS.of(Dense.of(8, RELU), Dense.of(3, SOFTMAX), Softmax.layer()),
            FindingCode.DOUBLE_ACTIVATION);
    assertThat(finding.arguments())
        .containsEntry("first", "SOFTMAX")
        .containsEntry("firstLayer", "dense_1")
        .containsEntry("second", "SOFTMAX")
        .containsEntry("secondLayer", "softmax");
    assertThat(finding.advice()).contains("keep one softmax");
  }

  @Test
  void reluBeforeSoftmaxHidesWhatIsBelowZero() {
    Finding finding =
        Told.only(
            PLANTS.of(Dense.of(8, TANH), Dense.of(3, RELU), Softmax.layer()),
            FindingCode.DOUBLE_ACTIVATION);
    assertThat(finding.advice()).contains("Remove RELU before the softmax");
    assertThat(
            Told.only(
                    digits(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits(), Dense.of(10, RELU6)),
                    FindingCode.DOUBLE_ACTIVATION)
                .message())
        .contains("dense_1, ends in RELU6", "every logit below 0 becomes 0");
  }

  @Test
  void twoReluInARowAreOne() {
    assertThat(Told.codes(PLANTS.of(Dense.of(8, RELU), ReLU.layer(), Dense.of(3, SOFTMAX))))
        .isEmpty();
  }

  @Test
  void sigmoidsOfExclusiveClassesAreIndependent() {
    Finding finding =
        Told.only(
            digits(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Dense.of(10, SIGMOID)),
            FindingCode.SIGMOID_OF_CLASSES);
    assertThat(finding.arguments()).containsEntry("layer", "dense_1").containsEntry("classes", 10L);
    Observations binary = digits(Loss.BINARY_CROSSENTROPY, Dense.of(10, SIGMOID));
    Told.only(
        Known.planned(binary, Exercise.PLAN.withOneHotLabels()), FindingCode.SIGMOID_OF_CLASSES);
  }

  @Test
  void aSquaredErrorIsNoLossForClasses() {
    Observations several = digits(Loss.MEAN_SQUARED_ERROR, Dense.of(10, SOFTMAX));
    Finding finding =
        Told.only(
            Known.planned(several, Exercise.PLAN.withOneHotLabels()), FindingCode.LOSS_OF_CLASSES);
    assertThat(finding.arguments())
        .containsEntry("loss", "MeanSquaredError")
        .containsEntry("softmax", true);
    assertThat(finding.snippet()).isEqualTo("Loss.CATEGORICAL_CROSSENTROPY");
    Observations one =
        TUMOURS.of(
            Loss.MEAN_ABSOLUTE_ERROR,
            Normalization.layer(),
            Dense.of(8, RELU),
            Dense.of(1, SIGMOID));
    assertThat(Told.only(one, FindingCode.LOSS_OF_CLASSES).snippet())
        .isEqualTo("Loss.BINARY_CROSSENTROPY");
  }

  @Test
  void lossesForClassesAndMarginsAreSound() {
    for (Loss loss : List.of(Loss.CATEGORICAL_CROSSENTROPY, Loss.KL_DIVERGENCE)) {
      Observations known = digits(loss, Dense.of(10, SOFTMAX));
      assertThat(Told.codes(Known.planned(known, Exercise.PLAN.withOneHotLabels()))).isEmpty();
    }
    assertThat(
            Told.codes(
                Known.planned(
                    digits(Loss.CATEGORICAL_HINGE, Dense.of(10)),
                    Exercise.PLAN.withOneHotLabels())))
        .isEmpty();
    assertThat(
            Told.codes(
                TUMOURS.of(
                    Loss.SQUARED_HINGE, Normalization.layer(), Dense.of(8, RELU), Dense.of(1))))
        .isEmpty();
  }

  /** Targets that are all above 0 can be reached, so that it is noted only. */
  @Test
  void aRegressionThatEndsInReluCannotPredictBelowZero() {
    Observations known = CARS.of(Normalization.layer(), Dense.of(32, RELU), Dense.of(1, RELU));
    Finding note = Told.only(known, FindingCode.RELU_OUTPUT);
    assertThat(note.severity()).isEqualTo(Severity.INFO);
    assertThat(note.arguments()).containsEntry("layer", "dense_1").containsEntry("negative", false);
    DataFacts facts = CARS.data();
    DataFacts below =
        new DataFacts(
            facts.train(),
            facts.validation(),
            List.of(),
            facts.columnSizes(),
            new DataFacts.Targets(-3, 0, 4, 1));
    Finding finding = Told.only(Known.over(known, below), FindingCode.RELU_OUTPUT);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message()).contains("the targets go below 0");
    assertThat(Told.among(HeadRules.relu(Known.failed(known)), FindingCode.RELU_OUTPUT).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(HeadRules.relu(Known.passed(known)).get(0).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void reluIsFoundBehindAScaledOutput() {
    Told.only(
        CARS.of(Normalization.layer(), Dense.of(32, RELU), Dense.of(1, RELU), Rescaling.by(40)),
        FindingCode.RELU_OUTPUT);
  }

  @Test
  void aNormalizationBehindTheLastWeightsChangesFinishedOutputs() {
    Finding finding =
        Told.only(
            CARS.of(
                Normalization.layer(), Dense.of(32, RELU), Dense.of(1), BatchNormalization.layer()),
            FindingCode.LAYER_AFTER_OUTPUT);
    assertThat(finding.arguments())
        .containsEntry("layer", "batch_normalization")
        .containsEntry("type", "BatchNormalization")
        .containsEntry("draws", false);
    Told.only(
        DIGITS.of(
            Rescaling.by(1.0 / 255),
            Flatten.layer(),
            Dense.of(32, RELU),
            Dense.of(10),
            LayerNormalization.layer(),
            Softmax.layer()),
        FindingCode.LAYER_AFTER_OUTPUT);
  }

  @Test
  void aDropoutBehindTheLastWeightsDeletesAnswers() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1.0 / 255),
                Flatten.layer(),
                Dense.of(32, RELU),
                Dense.of(10, SOFTMAX),
                Dropout.of(0.2)),
            FindingCode.LAYER_AFTER_OUTPUT);
    assertThat(finding.arguments()).containsEntry("layer", "dropout").containsEntry("draws", true);
    assertThat(finding.message()).contains("at random while the model trains");
  }

  @Test
  void severalMistakesAreAllFound() {
    Observations known =
        TUMOURS.of(
            Sequential.of(Dense.of(8, RELU), Dense.of(1, SIGMOID), Dropout.of(0.5))
                .compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR));
    assertThat(Told.codes(known))
        .containsExactly("LOSS_OF_CLASSES", "LAYER_AFTER_OUTPUT", "INPUT_SCALE");
  }
}
