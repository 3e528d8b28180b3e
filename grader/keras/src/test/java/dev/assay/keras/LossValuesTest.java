package dev.assay.keras;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures.Run;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Values and gradients of every loss; the numbers are from src/test/python/losses.py. */
class LossValuesTest {
  private static final int ROWS = 5;
  private static final int OUTPUTS = 3;

  /**
   * Small, so that the loss after the step is finite too, and a power of 2, so that it is exact.
   */
  private static final float RATE = 1f / (1 << 20);

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

  /**
   * Adds a weight of zeros for each value that comes in, so that a step leaves the gradient there,
   * times the negative rate. Each row of the features ends with its own one-hot vector.
   */
  private record Probe(int rows, int outputs) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      var tf = context.tf();
      var weight = context.addWeight("w", Shape.of(rows, outputs), Initializer.ZEROS, true, null);
      var begin = tf.constant(new int[] {0, 0});
      var values = tf.slice(input, begin, tf.constant(new int[] {-1, outputs}));
      var own =
          tf.slice(input, tf.constant(new int[] {0, outputs}), tf.constant(new int[] {-1, rows}));
      return tf.math.add(values, tf.linalg.matMul(own, weight));
    }
  }

  private static TensorData probed(double[] values, int rows, int outputs) {
    double[] features = new double[rows * (outputs + rows)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * outputs, features, row * (outputs + rows), outputs);
      features[row * (outputs + rows) + outputs + row] = 1;
    }
    return floats(List.of(rows, outputs + rows), features);
  }

  /** The loss before a step, and the gradient by each value. */
  private record Slope(double loss, List<Float> gradient) {}

  private static Slope slope(
      Loss loss, Activation end, double[] values, int outputs, TensorData labels) {
    int rows = labels.rows();
    Labelled data = new Labelled(probed(values, rows, outputs), labels);
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            SGD.withLearningRate(RATE),
            loss,
            List.of(),
            new Probe(rows, outputs),
            ActivationLayer.of(end));
    Run run = Fixtures.train(graph, FitPlan.epochs(1).batchSize(rows), data);
    List<Float> gradient = new ArrayList<>();
    for (float step : run.best("probe/w")) {
      gradient.add(-step / RATE);
    }
    return new Slope(run.value(1, "loss"), gradient);
  }

  static Stream<Row> rows() {
    return Resources.rows("losses.tsv").map(cells -> new Row(List.of(cells)));
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

    Slope slope = slope(loss, row.end(), row.outputs(), OUTPUTS, row.labels());

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

  static Stream<Loss> withLogits() {
    return Stream.concat(
        all().stream(),
        Stream.of(
            Loss.BINARY_CROSSENTROPY.fromLogits(),
            Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits(),
            Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits().gamma(0.5),
            Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits().gamma(0),
            Loss.CATEGORICAL_CROSSENTROPY.fromLogits(),
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits()));
  }

  private static boolean takesPositiveOutputs(Loss loss) {
    return loss.outputs() == Outputs.PROBABILITIES || loss.equals(Loss.POISSON);
  }

  @ParameterizedTest
  @MethodSource("withLogits")
  void lossesAndGradientsAreFiniteFarOutAndAtZero(Loss loss) {
    double[] far = {1e4, -1e4, 0, 0, 0, 0, -1e4, 1e4, 1e4, 1e-30, -1e-30, 88};
    double[] positive = {1, 0, 0, 0, 0, 0, 0, 1, 1, 1e-30, 0, 1};
    double[] outputs = takesPositiveOutputs(loss) ? positive : far;
    boolean sums = loss.outputs() == Outputs.PROBABILITIES && !loss.key().startsWith("binary");
    if (sums) {
      outputs = new double[] {1, 0, 0, 0.5, 0.5, 0, 0, 0, 1, 1e-30, 0, 1};
    }

    Slope slope = slope(loss, Activation.LINEAR, outputs, OUTPUTS, classes(1, 0, 2, 1));

    assertThat(slope.loss()).isFinite();
    for (float value : slope.gradient()) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("withLogits")
  void anOutputThatIsNotANumberMakesTheLossNan(Loss loss) {
    TensorData outputs = floats(List.of(2, 3), 0.2, 0.3, 0.5, 0.1, Double.NaN, 0.6);
    for (int label = 0; label < OUTPUTS; label++) {
      Labelled data = new Labelled(outputs, classes(0, label));
      ModelGraph graph =
          Fixtures.graph(outputs, Fixtures.FROZEN, loss, List.of(), Fixtures.identity());

      assertThat(Fixtures.evaluate(graph, Map.of(), data)).containsEntry("loss", Double.NaN);
    }
  }

  /** With probabilities of 0 and 1 that no sigmoid made, as Keras: clipped, no gradient beyond. */
  @Test
  void logitsBehindASigmoidKeepTheirGradient() {
    double[] logits = {200, -200};
    for (Loss loss : List.of(Loss.BINARY_CROSSENTROPY, Loss.BINARY_FOCAL_CROSSENTROPY)) {
      Slope slope = slope(loss, Activation.SIGMOID, logits, 1, classes(0, 1));

      assertThat(slope.loss()).isEqualTo(200);
      assertThat(slope.gradient()).containsExactly(0.5f, -0.5f);
    }
  }

  @Test
  void labelsOfHingeMayBeMinusOne() {
    double[] outputs = {0.5, -0.25, 2};
    Slope zeros = slope(Loss.HINGE, Activation.LINEAR, outputs, 1, classes(0, 1, 0));
    Slope signs = slope(Loss.HINGE, Activation.LINEAR, outputs, 1, classes(-1, 1, -1));

    assertThat(zeros.loss()).isCloseTo((1.5 + 1.25 + 3) / 3, Offset.offset(1e-6));
    assertThat(signs.loss()).isEqualTo(zeros.loss());
    assertThat(signs.gradient()).isEqualTo(zeros.gradient());
  }

  @Test
  void aLossSaysWhichLabelsItFits() {
    assertThat(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.labels()).containsExactly(Labels.CLASS_NUMBERS);
    assertThat(Loss.CATEGORICAL_CROSSENTROPY.labels()).containsExactly(Labels.ONE_HOT);
    assertThat(Loss.BINARY_CROSSENTROPY.labels())
        .containsExactlyInAnyOrder(Labels.ZERO_OR_ONE, Labels.ONE_HOT);
    assertThat(Loss.MEAN_SQUARED_ERROR.labels()).doesNotContain(Labels.CLASS_NUMBERS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void smoothingIsAShare(double smoothing) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.CATEGORICAL_CROSSENTROPY.labelSmoothing(smoothing))
        .withMessage(
            "CategoricalCrossentropy: labelSmoothing must be in [0, 1]. Received: " + smoothing);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.BINARY_CROSSENTROPY.labelSmoothing(smoothing));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.BINARY_FOCAL_CROSSENTROPY.classBalancing(smoothing));
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.HUBER.delta(0))
        .withMessage("Huber: delta must be positive. Received: 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.HUBER.delta(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.BINARY_FOCAL_CROSSENTROPY.gamma(-1));
  }
}
