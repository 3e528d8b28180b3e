package dev.assay.training;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static dev.assay.keras.Fixtures.weight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.MinMaxNorm;
import dev.assay.keras.constraints.NonNeg;
import dev.assay.keras.constraints.UnitNorm;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.layers.WithKernel;
import dev.assay.keras.layers.WithScaleAndShift;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Weights after steps on a linear model; the numbers are from src/test/python/constraints.py. */
class ConstraintsTest {
  private static final Initializer BELOW = new Constant(-1);
  private static final MaxNorm MAX = MaxNorm.of(0.6);
  private static final MinMaxNorm BOTH = MinMaxNorm.of(0.8, 0.9).rate(0.5);
  private static final UnitNorm UNIT = UnitNorm.defaults();
  private static final NonNeg POSITIVE = NonNeg.always();

  private static Arguments projects(
      Constraint constraint, List<Integer> shape, float[] weight, double... expected) {
    return Arguments.of(constraint, shape, weight, weight(expected));
  }

  static Stream<Arguments> projections() {
    float[] columns = weight(3, 0.6, 0, 4, 0.8, 0);
    List<Integer> matrix = List.of(2, 3);
    float[] filters = weight(1, 3, 1, 0, 1, 4, 1, 0);
    List<Integer> kernel = List.of(1, 2, 2, 2);
    return Stream.of(
        projects(MaxNorm.defaults(), matrix, columns, 1.2, 0.6, 0, 1.6, 0.8, 0),
        projects(MaxNorm.of(10), matrix, columns, 3, 0.6, 0, 4, 0.8, 0),
        projects(MaxNorm.of(1).axis(1), List.of(1, 3), weight(3, 0, 4), 0.6, 0, 0.8),
        projects(MaxNorm.of(1).axis(-1), List.of(1, 3), weight(3, 0, 4), 0.6, 0, 0.8),
        projects(UnitNorm.defaults(), matrix, columns, 0.6, 0.6, 0, 0.8, 0.8, 0),
        projects(
            UnitNorm.defaults().axis(0, 1, 2), kernel, filters, 0.5, 0.6, 0.5, 0, 0.5, 0.8, 0.5, 0),
        projects(NonNeg.always(), matrix, weight(-1, 2, -0.5, 0, -3, 4), 0, 2, 0, 0, 0, 4),
        projects(MinMaxNorm.of(2, 4), matrix, columns, 2.4, 1.2, 0, 3.2, 1.6, 0),
        projects(MinMaxNorm.of(2, 4).rate(0.5), matrix, columns, 2.7, 0.9, 0, 3.6, 1.2, 0),
        projects(MinMaxNorm.defaults(), matrix, columns, 0.6, 0.6, 0, 0.8, 0.8, 0));
  }

  @ParameterizedTest
  @MethodSource("projections")
  void aWeightIsProjected(
      Constraint constraint, List<Integer> shape, float[] weight, float[] expected) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Shape sizes = Shape.of(shape.stream().mapToLong(Integer::longValue).toArray());
      Operand<TFloat32> projected =
          constraint.project(tf, tf.constant(sizes, DataBuffers.of(weight)));
      assertThat(projected.shape()).isEqualTo(sizes);
      try (Result result = session.runner().fetch(projected).run()) {
        float[] values = new float[weight.length];
        result.get(0).asRawTensor().data().asFloats().read(values);
        assertThat(values).containsExactly(expected, Offset.offset(2e-6f));
      }
    }
  }

  private static Arguments trains(
      Optimizer optimizer, Dense layer, int steps, double... kernelAndBias) {
    return Arguments.of(optimizer, layer, steps, kernelAndBias);
  }

  static Stream<Arguments> steps() {
    Optimizer momentum = SGD.withLearningRate(0.1).momentum(0.5);
    Optimizer adam = Adam.withLearningRate(0.1);
    Dense dense =
        Dense.of(1).kernelInitializer(new Constant(0.5f)).biasInitializer(new Constant(-0.25f));
    Dense max = dense.kernelConstraint(MAX);
    Dense both = dense.kernelConstraint(BOTH);
    Dense unit = dense.kernelConstraint(UNIT);
    Dense positive = dense.kernelConstraint(POSITIVE).biasConstraint(POSITIVE);
    return Stream.of(
        trains(momentum, max, 1, 0.2056808, 0.5636446, -0.2583333),
        trains(momentum, max, 10, -0.1989713, 0.5660480, -0.4453049),
        trains(momentum, both, 1, 0.2454539, 0.6726380, -0.2583333),
        trains(momentum, both, 10, -0.3613279, 0.9222582, -0.6305230),
        trains(momentum, unit, 1, 0.3428014, 0.9394077, -0.2583333),
        trains(momentum, unit, 10, -0.3583590, 0.9335838, -0.6334038),
        trains(momentum, positive, 1, 0.2166667, 0.5937500, 0),
        trains(momentum, positive, 10, 0, 0.8070522, 0),
        trains(adam, max, 1, 0.3328203, 0.4992300, -0.3499962),
        trains(adam, max, 10, -0.2589513, 0.5412431, -0.4172781),
        trains(adam, both, 1, 0.4218802, 0.6328198, -0.3499962),
        trains(adam, both, 10, -0.3342252, 0.9201442, -0.5913702),
        trains(adam, unit, 1, 0.5547004, 0.8320500, -0.3499962),
        trains(adam, unit, 10, -0.2855559, 0.9583620, -0.6117569),
        trains(adam, positive, 1, 0.4000001, 0.5999997, 0),
        trains(adam, positive, 10, 0, 0.8684051, 0));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void eachStepEndsWithTheProjection(
      Optimizer optimizer, Dense layer, int steps, double[] kernelAndBias) {
    Labelled data =
        new Labelled(floats(List.of(3, 2), 1, 2, 0.5, -1, -2, 0.25), targets(1, -2, 0.5));
    ModelGraph graph =
        Fixtures.graph(data.features(), optimizer, Loss.MEAN_SQUARED_ERROR, List.of(), layer);
    FitPlan plan =
        FitPlan.epochs(steps)
            .callbacks(EarlyStopping.on("loss").startFromEpoch(steps).restoreBestWeights(true));

    Run run = Trainings.train(graph, plan, data);

    float[] weights = Arrays.copyOf(run.best("dense/kernel"), 3);
    weights[2] = run.best("dense/bias")[0];
    assertThat(weights).containsExactly(weight(kernelAndBias), Offset.offset(3e-6f));
  }

  private static Arguments holds(Layer layer, TensorData input, String... weights) {
    return Arguments.of(layer, input, List.of(weights));
  }

  static Stream<Arguments> layers() {
    TensorData rows = floats(List.of(2, 3), 1, 0, 2, 2, 1, 0);
    TensorData sequences = floats(List.of(2, 3, 2), Fixtures.upTo(12));
    TensorData images = floats(List.of(2, 3, 3, 2), Fixtures.upTo(36));
    Constraint c = NonNeg.always();
    return Stream.of(
        holds(held(Dense.of(2)), rows, "kernel", "bias"),
        holds(held(Conv1D.of(3, 2)), sequences, "kernel", "bias"),
        holds(held(Conv2D.of(3, 2)), images, "kernel", "bias"),
        holds(
            DepthwiseConv2D.of(2).depthwiseInitializer(BELOW).depthwiseConstraint(c),
            images,
            "kernel"),
        holds(
            SeparableConv2D.of(3, 2)
                .depthwiseInitializer(BELOW)
                .pointwiseInitializer(BELOW)
                .biasInitializer(BELOW)
                .depthwiseConstraint(c)
                .pointwiseConstraint(c)
                .biasConstraint(c),
            images,
            "depthwise_kernel",
            "pointwise_kernel",
            "bias"),
        holds(
            Embedding.of(3, 2).embeddingsInitializer(BELOW).embeddingsConstraint(c),
            rows,
            "embeddings"),
        holds(normal(BatchNormalization.layer()), rows, "gamma", "beta"),
        holds(normal(LayerNormalization.layer()), rows, "gamma", "beta"),
        holds(PReLU.layer().alphaInitializer(BELOW).alphaConstraint(c), rows, "alpha"));
  }

  private static <L extends Layer & WithKernel<L>> L held(L layer) {
    return layer
        .kernelInitializer(BELOW)
        .biasInitializer(BELOW)
        .kernelConstraint(NonNeg.always())
        .biasConstraint(NonNeg.always());
  }

  private static <L extends Layer & WithScaleAndShift<L>> L normal(L layer) {
    return layer
        .gammaInitializer(BELOW)
        .betaInitializer(BELOW)
        .gammaConstraint(NonNeg.always())
        .betaConstraint(NonNeg.always());
  }

  /**
   * Every held weight begins at -1; a step of 1e-6 would leave it there, the constraint does not.
   */
  @ParameterizedTest
  @MethodSource("layers")
  void everyLayersOptionHoldsItsWeight(Layer layer, TensorData input, List<String> weights) {
    ModelGraph graph =
        Fixtures.graph(
            input,
            SGD.withLearningRate(1e-6),
            Loss.MEAN_SQUARED_ERROR,
            List.of(),
            layer,
            Flatten.layer(),
            Dense.of(1));
    Map<String, float[]> best =
        Trainings.train(graph, FitPlan.epochs(1), new Labelled(input, targets(1, 2))).best();
    String prefix = graph.manifest().layers().get(0).name() + "/";

    for (WeightSpec spec : graph.manifest().weights()) {
      boolean held =
          spec.name().startsWith(prefix)
              && weights.contains(spec.name().substring(prefix.length()));
      assertThat(spec.constraint()).as(spec.name()).isEqualTo(held ? NonNeg.always() : null);
      if (held) {
        assertThat(best)
            .hasEntrySatisfying(spec.name(), value -> assertThat(value).containsOnly(0));
      }
    }
    assertThat(graph.manifest().weights().stream().filter(spec -> spec.constraint() != null))
        .hasSameSizeAs(weights);
  }

  /** As in Keras the value before training is left alone. */
  @Test
  void anInitialValueIsNotProjected() {
    TensorData rows = floats(List.of(1, 2), 1, 1);
    ModelGraph graph =
        Fixtures.graph(
            rows, Dense.of(1).kernelInitializer(BELOW).kernelConstraint(NonNeg.always()));

    Run run = Trainings.train(graph, FitPlan.epochs(1), new Labelled(rows, targets(0)));

    assertThat(run.value(1, "loss")).isEqualTo(4);
    assertThat(run.value(1, "val_loss")).isZero();
  }
}
