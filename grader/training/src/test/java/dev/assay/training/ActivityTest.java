package dev.assay.training;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.ActivityRegularization;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L1L2;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What layers add to the loss for their outputs: the penalty divided by the batch's size. */
class ActivityTest {
  private static final TensorData COLUMN = floats(List.of(2, 1), 1, -2);
  private static final Labelled DATA = new Labelled(COLUMN, targets(2, -4));
  private static final Map<String, float[]> TWICE = Map.of("dense/kernel", new float[] {2});
  private static final Dense DENSE = Dense.of(1).useBias(false);

  /** Outputs 2 and -4 are what is wanted, so that the loss is the penalty. */
  private static double loss(Layer... layers) {
    ModelGraph graph = Fixtures.graph(COLUMN, layers);
    return Trainings.evaluate(graph, TWICE, DATA).getOrDefault("loss", Double.NaN);
  }

  @Test
  void thePenaltyIsThatOfTheOutputByHand() {
    assertThat(loss(DENSE.activityRegularizer(L1.of(0.1))))
        .isCloseTo(0.1 * (2 + 4) / 2, Offset.offset(1e-6));
    assertThat(loss(DENSE.activityRegularizer(L2.of(0.1))))
        .isCloseTo(0.1 * (4 + 16) / 2, Offset.offset(1e-6));
    assertThat(loss(DENSE.activityRegularizer(L1L2.of(0.1, 0.01))))
        .isCloseTo(0.3 + 0.1, Offset.offset(1e-6));
    assertThat(loss(DENSE, ActivityRegularization.of(0.1, 0.01)))
        .isCloseTo(0.3 + 0.1, Offset.offset(1e-6));
  }

  @Test
  void itIsTakenAfterTheActivation() {
    Dense dense = Dense.of(1, Activation.RELU).useBias(false).activityRegularizer(L1.of(0.1));
    ModelGraph graph = Fixtures.graph(COLUMN, dense);

    assertThat(Trainings.evaluate(graph, TWICE, new Labelled(COLUMN, targets(2, 0))))
        .hasEntrySatisfying("loss", loss -> assertThat(loss).isCloseTo(0.1, Offset.offset(1e-6)));
  }

  /** Evaluation takes 256 rows at a time, here 256 and 44. */
  @Test
  void theBatchesThatASetIsTakenInDoNotMatter() {
    double[] values = new double[300];
    Arrays.setAll(values, i -> i % 7);
    TensorData column = floats(List.of(300, 1), values);
    ModelGraph graph = Fixtures.graph(column, DENSE.activityRegularizer(L1.of(0.5)));
    double mean = Arrays.stream(values).sum() / 300;

    assertThat(
            Trainings.evaluate(
                graph,
                Map.of("dense/kernel", new float[] {1}),
                new Labelled(column, targets(values))))
        .hasEntrySatisfying(
            "loss", loss -> assertThat(loss).isCloseTo(0.5 * mean, Offset.offset(1e-6)));
  }

  static Stream<Arguments> layers() {
    TensorData rows = floats(List.of(2, 2), 1, 0, 2, 1);
    TensorData sequences = floats(List.of(2, 3, 2), Fixtures.upTo(12));
    TensorData images = floats(List.of(2, 3, 3, 2), Fixtures.upTo(36));
    L2 l2 = L2.of(0.5);
    return Stream.of(
        Arguments.of(Dense.of(2), Dense.of(2).activityRegularizer(l2), rows),
        Arguments.of(Conv1D.of(3, 2), Conv1D.of(3, 2).activityRegularizer(l2), sequences),
        Arguments.of(Conv2D.of(3, 2), Conv2D.of(3, 2).activityRegularizer(l2), images),
        Arguments.of(DepthwiseConv2D.of(2), DepthwiseConv2D.of(2).activityRegularizer(l2), images),
        Arguments.of(
            SeparableConv2D.of(3, 2), SeparableConv2D.of(3, 2).activityRegularizer(l2), images),
        Arguments.of(Embedding.of(3, 1), Embedding.of(3, 1).activityRegularizer(l2), rows),
        Arguments.of(
            BatchNormalization.layer(), BatchNormalization.layer().activityRegularizer(l2), rows),
        Arguments.of(
            ActivationLayer.of(Activation.SIGMOID),
            ActivationLayer.of(Activation.SIGMOID).activityRegularizer(l2),
            rows));
  }

  /** The penalty on a layer's predictions, computed here, is what its option adds to the loss. */
  @ParameterizedTest
  @MethodSource("layers")
  void everyLayersOptionAddsThePenaltyOfItsOutput(Layer free, Layer penalized, TensorData input) {
    ModelGraph graph = Fixtures.graph(input, free, Flatten.layer());
    Map<String, float[]> weights = new LinkedHashMap<>();
    graph
        .manifest()
        .weights()
        .forEach(weight -> weights.put(weight.name(), Initializer.ONES.values(weight.shape(), 1)));
    float[] outputs = Trainings.predict(graph, weights, input);
    double squares = 0;
    for (float output : outputs) {
      squares += output * output;
    }
    int width = outputs.length / 2;
    TensorData same = floats(List.of(2, width), doubles(outputs));
    ModelGraph other = Fixtures.graph(input, penalized, Flatten.layer());

    assertThat(squares).isPositive();
    assertThat(Trainings.evaluate(other, weights, new Labelled(input, same)).get("loss"))
        .isCloseTo(0.5 * squares / 2, Offset.offset(1e-5 * squares));
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  @Test
  void aSharedLayerPaysForEachOfItsOutputs() {
    Dense shared = DENSE.activityRegularizer(L1.of(0.1)).kernelRegularizer(L2.of(0.01));
    Input x = Input.layer();
    ModelGraph graph =
        ModelGraph.trace(
            Functional.of(x, Add.layer().apply(shared.apply(x), shared.apply(x)))
                .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR),
            Fixtures.spec(COLUMN),
            1);

    assertThat(Trainings.evaluate(graph, TWICE, new Labelled(COLUMN, targets(4, -8))))
        .hasEntrySatisfying(
            "loss", loss -> assertThat(loss).isCloseTo(2 * 0.3 + 0.04, Offset.offset(1e-6)));
  }

  @Test
  void aCustomLayerMayAddToTheLossAndTrainsByIt() {
    Layer nearOne =
        (context, input) -> {
          var tf = context.tf();
          var off = tf.math.squaredDifference(input, tf.constant(1f));
          context.addLoss(tf.math.mean(off, tf.constant(new int[] {0, 1})));
          return input;
        };
    ModelGraph graph =
        Fixtures.graph(
            COLUMN,
            SGD.withLearningRate(0.1),
            Loss.MEAN_SQUARED_ERROR,
            List.of(),
            DENSE.kernelInitializer(Initializer.ZEROS),
            nearOne);

    var run = Trainings.train(graph, FitPlan.epochs(1), new Labelled(COLUMN, targets(0, 0)));

    // d/dw of mean((w x)²) + mean((w x - 1)²) at 0 is mean(-2 x) = 1.
    assertThat(run.value(1, "loss")).isEqualTo(1);
    assertThat(run.best("dense/kernel")).containsExactly(new float[] {-0.1f}, Fixtures.FLOAT);
  }

  @Test
  void whatIsAddedToTheLossIsANumber() {
    Layer wrong =
        (context, input) -> {
          context.addLoss(input);
          return input;
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.graph(COLUMN, wrong))
        .withMessageContaining("addLoss needs a scalar: sum what is to be added. Received: shape");
  }

  @Test
  void whatIsAddedToTheLossNeedsAGradient() {
    Layer wrong =
        (context, input) -> {
          var tf = context.tf();
          context.addLoss(tf.sum(tf.math.igamma(input, input), tf.constant(new int[] {0, 1})));
          return input;
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.graph(COLUMN, Dense.of(1), wrong))
        .withMessageContaining("The model cannot be trained");
  }
}
