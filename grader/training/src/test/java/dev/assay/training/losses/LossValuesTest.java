package dev.assay.training.losses;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Resources;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients of every loss; the numbers are from src/test/python/losses.py. */
class LossValuesTest {
  private static final int ROWS = 5;
  private static final int OUTPUTS = 3;
  private static final Map<String, Loss> LOSSES = losses();

  private static Map<String, Loss> losses() {
    Map<String, Loss> losses = new LinkedHashMap<>();
    for (Loss loss : all()) {
      losses.put(loss.getClass().getSimpleName(), loss);
    }
    losses.put("Huber delta", Loss.HUBER.delta(0.4));
    losses.put("BinaryCrossentropy smoothing", Loss.BINARY_CROSSENTROPY.labelSmoothing(0.2));
    losses.put("BinaryCrossentropy sigmoid", Loss.BINARY_CROSSENTROPY);
    losses.put(
        "BinaryCrossentropy logits", Loss.BINARY_CROSSENTROPY.fromLogits().labelSmoothing(0.2));
    losses.put(
        "BinaryFocalCrossentropy sigmoid",
        Loss.BINARY_FOCAL_CROSSENTROPY.gamma(3).classBalancing(0.4).labelSmoothing(0.1));
    losses.put(
        "BinaryFocalCrossentropy logits", Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits().gamma(0.5));
    losses.put(
        "BinaryFocalCrossentropy plain", Loss.BINARY_FOCAL_CROSSENTROPY.gamma(0).fromLogits());
    losses.put(
        "CategoricalCrossentropy smoothing", Loss.CATEGORICAL_CROSSENTROPY.labelSmoothing(0.3));
    losses.put("CategoricalCrossentropy softmax", Loss.CATEGORICAL_CROSSENTROPY);
    losses.put(
        "CategoricalCrossentropy logits",
        Loss.CATEGORICAL_CROSSENTROPY.labelSmoothing(0.3).fromLogits());
    losses.put(
        "SparseCategoricalCrossentropy logits", Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits());
    return losses;
  }

  /** One of each kind. */
  static List<Loss> all() {
    return List.of(
        Loss.MEAN_SQUARED_ERROR,
        Loss.MEAN_ABSOLUTE_ERROR,
        Loss.MEAN_ABSOLUTE_PERCENTAGE_ERROR,
        Loss.MEAN_SQUARED_LOGARITHMIC_ERROR,
        Loss.HUBER,
        Loss.LOG_COSH,
        Loss.POISSON,
        Loss.KL_DIVERGENCE,
        Loss.HINGE,
        Loss.SQUARED_HINGE,
        Loss.CATEGORICAL_HINGE,
        Loss.COSINE_SIMILARITY,
        Loss.BINARY_CROSSENTROPY,
        Loss.BINARY_FOCAL_CROSSENTROPY,
        Loss.CATEGORICAL_CROSSENTROPY,
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  static Stream<Row> rows() {
    return Resources.rows(LossValuesTest.class, "losses.tsv").map(cells -> new Row(List.of(cells)));
  }

  private record Row(List<String> cells) {
    String name() {
      return cells.get(0);
    }

    Activation end() {
      return Activation.valueOf(cells.get(1).toUpperCase(Locale.ROOT));
    }

    TensorData labels() {
      double[] labels = Resources.numbers(cells.get(2));
      return labels.length == ROWS
          ? classes(Arrays.stream(labels).mapToInt(label -> (int) label).toArray())
          : floats(List.of(ROWS, OUTPUTS), labels);
    }

    double[] outputs() {
      return Resources.numbers(cells.get(3));
    }

    double value() {
      return Double.parseDouble(cells.get(4));
    }

    double[] gradient() {
      return Resources.numbers(cells.get(5));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void valuesAndGradientsAreThoseOfTheFormulas(Row row) {
    Loss loss = Objects.requireNonNull(LOSSES.get(row.name()));

    LossSlope slope = LossSlope.of(loss, row.end(), row.outputs(), OUTPUTS, row.labels());

    assertThat(slope.loss()).isCloseTo(row.value(), Offset.offset(2e-6 * Math.max(1, row.value())));
    double[] gradient = row.gradient();
    for (int i = 0; i < gradient.length; i++) {
      double expected = gradient[i];
      assertThat(slope.gradient().get(i).doubleValue())
          .as("gradient %d", i)
          .isCloseTo(expected, Offset.offset(2e-6 * Math.max(1, Math.abs(expected))));
    }
  }

  @Test
  void everyKindOfLossHasARow() {
    assertThat(all()).hasSameSizeAs(Loss.class.getPermittedSubclasses());
    assertThat(rows().map(Row::name)).containsAll(LOSSES.keySet());
  }
}
