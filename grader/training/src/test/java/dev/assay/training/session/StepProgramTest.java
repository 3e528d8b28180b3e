package dev.assay.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.WeightOptions;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.AdamW;
import dev.assay.keras.optimizers.Nadam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.schedules.InverseTimeDecay;
import dev.assay.keras.training.ClassWeights;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.graphs.StepExamples;
import dev.assay.training.graphs.StepGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** However steps are divided into calls and examples brought to them, no bit changes. */
class StepProgramTest {
  private static final int ROWS = 44;
  private static final int BATCH = 8;
  private static final int EPOCHS = 2;
  private static final Labelled DATA = data();

  private static Labelled data() {
    Random random = new Random(3);
    byte[] pixels = new byte[ROWS * 64];
    random.nextBytes(pixels);
    ByteBuffer labels = ByteBuffer.allocate(4 * ROWS).order(ByteOrder.LITTLE_ENDIAN);
    random.ints(ROWS, 0, 3).forEach(labels::putInt);
    return new Labelled(
        new TensorData(ElementType.UINT8, List.of(ROWS, 8, 8, 1), ByteBuffer.wrap(pixels)),
        new TensorData(ElementType.INT32, List.of(ROWS), labels.flip()));
  }

  private static ModelGraph graph(Optimizer optimizer, Layer... layers) {
    return graph(
        Sequential.of(layers)
            .compile(optimizer, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY));
  }

  private static ModelGraph graph(Model model) {
    return ModelGraph.trace(model, new TensorSpec(ElementType.UINT8, List.of(8, 8, 1)), 5);
  }

  private static Dense softmax() {
    return Dense.of(3).activation(Activation.SOFTMAX);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(
            "convolution, schedule",
            graph(
                Adam.withLearningRate(InverseTimeDecay.of(1e-2, 3, 1)),
                Conv2D.of(4, 3).activation(Activation.RELU),
                MaxPooling2D.layer(),
                Flatten.layer(),
                softmax())),
        Arguments.of(
            "moving averages and random numbers",
            graph(
                Nadam.defaults(),
                Conv2D.of(4, 3),
                BatchNormalization.layer(),
                GaussianNoise.of(0.3),
                Flatten.layer(),
                Dropout.of(0.5),
                BatchNormalization.layer(),
                Dropout.of(0.25),
                softmax())),
        Arguments.of(
            "weight decay, clipping, penalties",
            graph(
                AdamW.defaults().globalClipNorm(0.1),
                Flatten.layer(),
                Dense.of(6).activation(Activation.TANH).kernelRegularizer(L2.of(0.1)),
                softmax())),
        Arguments.of(
            "sums of all kinds",
            graph(
                Sequential.of(Flatten.layer(), softmax())
                    .compile(
                        SGD.withLearningRate(1e-4),
                        Loss.CATEGORICAL_CROSSENTROPY,
                        Metric.ACCURACY,
                        Metric.SPARSE_CATEGORICAL_ACCURACY,
                        Metric.BINARY_ACCURACY,
                        Metric.SUBSET_ACCURACY,
                        Metric.TOP_K_CATEGORICAL_ACCURACY,
                        Metric.PRECISION,
                        Metric.F1_SCORE,
                        Metric.ROC_AUC,
                        Metric.MEAN_IOU,
                        Metric.MEAN_ABSOLUTE_ERROR,
                        Metric.ROOT_MEAN_SQUARED_ERROR,
                        Metric.R2_SCORE,
                        Metric.COSINE_SIMILARITY))),
        Arguments.of(
            "many weights, one that changes without being looked at",
            graph(
                Nadam.defaults(),
                Conv2D.of(8, 3),
                Flatten.layer(),
                Dense.of(64),
                new Centre(),
                softmax())),
        Arguments.of(
            "momentum",
            graph(SGD.withLearningRate(1e-4).momentum(0.9), Flatten.layer(), softmax())));
  }

  /** What came of training: every step's sums, and the weights. */
  private record Outcome(List<List<Double>> sums, Map<String, List<Float>> weights) {}

  /** Takes away the mean of the batch before. */
  private record Centre() implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> x) {
      Ops tf = context.tf();
      var before =
          context.addWeight("centre", Shape.of(64), WeightOptions.notTrained(Initializer.ZEROS));
      context.updateWeight("centre", tf.math.mean(x, tf.constant(0)));
      return tf.math.sub(x, before);
    }
  }

  private static Outcome train(ModelGraph graph, int most, boolean resident) {
    return train(graph, most, resident, 1);
  }

  private static Outcome train(ModelGraph graph, int most, boolean resident, int threads) {
    return train(graph, DATA, most, resident, threads);
  }

  private static Outcome train(
      ModelGraph graph, Labelled data, int most, boolean resident, int threads) {
    try (ModelSession model = new ModelSession(graph, threads)) {
      initialize(model);
      Targets targets =
          Targets.weighted(data.labels(), ClassWeights.NONE, 3)
              .exampleWeights(data.weights() != null);
      StepGraph step = new TrainStep(model, targets).graph();
      StepExamples examples = resident ? new ResidentExamples(model, data) : new FedExamples(data);
      CurrentRate rate = new CurrentRate(graph.manifest().compilation().schedule());
      try (EpochSteps steps = new EpochSteps(model, step, examples, ROWS, BATCH, most)) {
        List<List<Double>> sums = epochs(steps, rate);
        Map<String, List<Float>> weights = new LinkedHashMap<>();
        model.weights().forEach((name, values) -> weights.put(name, list(values)));
        return new Outcome(sums, weights);
      }
    }
  }

  private static void initialize(ModelSession model) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec weight : model.manifest().weights()) {
      weights.put(weight.name(), weight.initializer().values(weight.shape(), 11));
    }
    model.assign(weights);
  }

  private static List<List<Double>> epochs(EpochSteps steps, CurrentRate rate) {
    int[] order = IntStream.range(0, ROWS).map(i -> i * 7 % ROWS).toArray();
    List<List<Double>> all = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      int from = 0;
      for (StepProgram call : steps.calls()) {
        double[] sums = call.run(order, from, rate);
        int width = sums.length / call.sizes().size();
        for (int k = 0; k < call.sizes().size(); k++) {
          rate.next();
          from += call.sizes().get(k);
          all.add(Arrays.stream(sums, k * width, (k + 1) * width).boxed().toList());
        }
      }
    }
    return all;
  }

  private static List<Float> list(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void howStepsAreDividedIntoCallsChangesNothing(String name, ModelGraph graph) {
    Outcome single = train(graph, 1, true);

    assertThat(single.sums()).hasSize(EPOCHS * 6).doesNotHaveDuplicates();
    assertThat(train(graph, 1, false)).as("fed batch by batch").isEqualTo(single);
    assertThat(train(graph, 4, true)).as("4 and 2 steps a call").isEqualTo(single);
    assertThat(train(graph, 16, true)).as("an epoch a call").isEqualTo(single);
    assertThat(train(graph, 4, true, 4)).as("with more threads").isEqualTo(single);
  }

  @Test
  void weightsOfExamplesComeWithThemHoweverStepsAreDivided() {
    float[] weights = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      weights[row] = row % 5 * 0.5f;
    }
    Labelled weighted =
        new Labelled(DATA.features(), DATA.labels(), TensorData.floats(List.of(ROWS), weights));
    ModelGraph graph = graph(Adam.withLearningRate(1e-2), Flatten.layer(), softmax());
    Outcome single = train(graph, weighted, 1, true, 1);

    assertThat(single).isNotEqualTo(train(graph, 1, true));
    assertThat(train(graph, weighted, 1, false, 1)).as("fed batch by batch").isEqualTo(single);
    assertThat(train(graph, weighted, 4, true, 1)).as("4 and 2 steps a call").isEqualTo(single);
  }

  @Test
  void fewProgramsMakeAnEpoch() {
    assertThat(EpochSteps.calls(100, 10, 4))
        .containsExactly(List.of(10, 10, 10, 10), List.of(10, 10, 10, 10), List.of(10, 10));
    assertThat(EpochSteps.calls(25, 10, 4)).containsExactly(List.of(10, 10, 5));
    assertThat(EpochSteps.calls(25, 10, 1)).containsExactly(List.of(10), List.of(10), List.of(5));
    assertThat(EpochSteps.calls(3, 10, 4)).containsExactly(List.of(3));
  }

  @Test
  void longTrainingsOfSmallModelsTakeManyStepsACall() {
    assertThat(steps(FitPlan.epochs(10_000).batchSize(1), softmax())).isEqualTo(16);
    assertThat(steps(FitPlan.epochs(10_000).batchSize(8), softmax())).isEqualTo(6);
    assertThat(steps(FitPlan.epochs(5).batchSize(8), softmax())).isEqualTo(1);
    assertThat(steps(FitPlan.epochs(10_000).batchSize(8), Dense.of(30_000), softmax()))
        .isEqualTo(1);
  }

  @Test
  void aRandomOperationWithAStateOfItsOwnIsNotCopied() {
    Layer noise =
        Layer.lambda(
            (tf, x) ->
                tf.math.add(
                    x, tf.stopGradient(tf.random.randomGamma(tf.shape(x), tf.constant(1f)))));

    assertThat(steps(FitPlan.epochs(10_000).batchSize(1), noise, softmax())).isEqualTo(1);
  }

  private static int steps(FitPlan plan, Layer... layers) {
    Layer[] all =
        Stream.concat(Stream.of(Flatten.layer()), Stream.of(layers)).toArray(Layer[]::new);
    try (ModelSession model = new ModelSession(graph(SGD.defaults(), all), 1)) {
      Targets targets = Targets.weighted(DATA.labels(), ClassWeights.NONE, 3);
      return UnrollChoice.steps(model, new TrainStep(model, targets).graph(), plan, ROWS);
    }
  }
}
