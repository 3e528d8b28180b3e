package dev.assay.diagnosis.rules;

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
import dev.assay.keras.layers.Concatenate;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.optimizers.Adam;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.index.Indices;

/** Columns of a table: of the 30 of tumours the sizes are 0.004 to 743. */
class TableRulesTest {
  private static Observations tumours(Layer... first) {
    Layer[] layers = new Layer[first.length + 2];
    System.arraycopy(first, 0, layers, 0, first.length);
    layers[first.length] = Dense.of(16, RELU);
    layers[first.length + 1] = Dense.of(1, SIGMOID);
    return TUMOURS.of(layers);
  }

  @Test
  void rowsAreNotNormalizedOneByOne() {
    Finding finding =
        Told.among(
            TableRules.normalizedByRow(tumours(LayerNormalization.layer())),
            FindingCode.NORMALIZED_BY_ROW);
    assertThat(finding.arguments())
        .containsEntry("type", "LayerNormalization")
        .containsEntry("smallest", 0.004)
        .containsEntry("largest", 743.0);
    Layer byLength =
        Layer.lambda(
            (tf, x) ->
                tf.math.div(
                    x,
                    tf.math.sqrt(
                        tf.sum(
                            tf.math.square(x),
                            tf.constant(1),
                            org.tensorflow.op.core.Sum.keepDims(true)))));
    assertThat(Told.codes(TableRules.normalizedByRow(tumours(byLength))))
        .containsExactly("NORMALIZED_BY_ROW");
  }

  @Test
  void normalizedColumnsAndUnitsMayBeNormalizedByRow() {
    assertThat(
            TableRules.normalizedByRow(tumours(Normalization.layer(), LayerNormalization.layer())))
        .isEmpty();
    assertThat(
            TableRules.normalizedByRow(
                tumours(Normalization.layer(), Dense.of(8, RELU), LayerNormalization.layer())))
        .isEmpty();
    Observations even =
        PLANTS.of(LayerNormalization.layer(), Dense.of(8, RELU), Dense.of(3, SOFTMAX));
    assertThat(TableRules.normalizedByRow(even)).as("columns of 1.4 to 5.9").isEmpty();
  }

  private static Layer slice(int from, int to) {
    return Layer.lambda((tf, x) -> tf.stridedSlice(x, Indices.all(), Indices.slice(from, to)));
  }

  private static Layer gather(int count) {
    int[] indices = IntStream.range(0, count).toArray();
    return Layer.lambda((tf, x) -> tf.gather(x, tf.constant(indices), tf.constant(1)));
  }

  @ParameterizedTest
  @CsvSource({"0, 5, true", "25, 30, true", "0, 6, false", "3, 20, false"})
  void lessThanAFifthOfTheColumnsIsTooLittle(int from, int to, boolean told) {
    Observations known = tumours(slice(from, to), Normalization.layer());
    assertThat(TableRules.unused(known).isEmpty()).isNotEqualTo(told);
  }

  @Test
  void twoBinsForAllColumnsAreNamedWhereTheyWereTooFew() {
    Observations known =
        PLANTS.of(Discretization.at(2.5), Dense.of(16, RELU), Dense.of(3, SOFTMAX));
    Finding finding =
        Told.only(TableRules.collapsed(Known.failed(known)), FindingCode.COLUMNS_UNUSED);
    assertThat(finding.arguments()).containsEntry("reason", "BINS").containsEntry("used", 2L);
    assertThat(TableRules.collapsed(known)).isEmpty();
    assertThat(TableRules.collapsed(Known.passed(known))).isEmpty();
    Observations fine =
        PLANTS.of(Discretization.at(1.0, 2.5, 5.0), Dense.of(16, RELU), Dense.of(3, SOFTMAX));
    assertThat(TableRules.collapsed(Known.failed(fine))).isEmpty();
  }

  @Test
  void ofAnAnswerThatFailedHalfOfThemMustBeUsed() {
    Observations chosen = tumours(gather(10), Normalization.layer());
    assertThat(TableRules.unused(chosen)).isEmpty();
    assertThat(TableRules.unused(Known.passed(chosen))).isEmpty();
    assertThat(
            Told.among(TableRules.unused(Known.failed(chosen)), FindingCode.COLUMNS_UNUSED)
                .arguments())
        .containsEntry("used", 10L)
        .containsEntry("columns", 30L);
    assertThat(TableRules.unused(Known.failed(tumours(gather(15), Normalization.layer()))))
        .hasSize(1);
    assertThat(TableRules.unused(Known.failed(tumours(gather(16), Normalization.layer()))))
        .isEmpty();
  }

  /** Two halves side by side are the whole. */
  @Test
  void columnsThatTakeWaysOfTheirOwnAreUsed() {
    Input in = Input.layer();
    Node first = Normalization.layer().apply(slice(0, 3).apply(in));
    Node rest = Normalization.layer().apply(slice(3, 30).apply(in));
    Node both = Concatenate.layer().apply(first, rest);
    Observations known =
        TUMOURS.of(
            Functional.of(in, Dense.of(1, SIGMOID).apply(both))
                .compile(Adam.defaults(), Loss.BINARY_CROSSENTROPY));
    assertThat(TableRules.unused(Known.failed(known))).isEmpty();
  }

  @Test
  void binsThatNoValueReachesAreOne() {
    Observations known =
        PLANTS.of(Discretization.at(20, 40, 60), Dense.of(16, RELU), Dense.of(3, SOFTMAX));
    Finding finding = Told.among(TableRules.oneBin(known), FindingCode.INPUT_IGNORED);
    assertThat(finding.arguments()).containsEntry("layer", "dense");
    Observations used =
        PLANTS.of(Discretization.at(2, 4, 60), Dense.of(16, RELU), Dense.of(3, SOFTMAX));
    assertThat(TableRules.oneBin(used)).isEmpty();
  }
}
