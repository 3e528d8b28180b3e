package dev.assay.training;

import dev.assay.keras.Fixtures;
import dev.assay.keras.GraphSession;
import dev.assay.keras.NestedNumbers;
import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MergeLayer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.metrics.MetricBatch;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Summary;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.Regularizer;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What the examples of the pages in grader/keras/docs call; the index there is made of these
 * sentences. Numbers are written as NumPy writes them, the batch first.
 */
public final class Example {
  private static final Labelled ONE =
      new Labelled(Fixtures.floats(List.of(1, 1), 1), Fixtures.targets(0));

  private Example() {}

  /** The layer's output for the input, with its initial weights. */
  public static String call(Layer layer, String input) {
    return run(layer, input, false);
  }

  /** The merging layer's output for inputs of one shape. */
  public static String merge(MergeLayer layer, String... inputs) {
    int count = inputs.length;
    Layer split =
        (context, x) -> {
          List<Operand<TFloat32>> parts = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            parts.add(context.tf().gather(x, context.tf().constant(i), context.tf().constant(1)));
          }
          return context.call(layer, parts);
        };
    List<NestedNumbers> all = Arrays.stream(inputs).map(NestedNumbers::parse).toList();
    List<Double> values = new ArrayList<>();
    int rows = all.get(0).shape().get(0);
    for (int row = 0; row < rows; row++) {
      for (NestedNumbers input : all) {
        int size = input.values().size() / rows;
        values.addAll(input.values().subList(row * size, (row + 1) * size));
      }
    }
    List<Integer> shape = new ArrayList<>(all.get(0).shape());
    shape.add(1, count);
    return run(split, new NestedNumbers(shape, values).toString(), false);
  }

  /** The same in the graph for training, where dropout and noise are on. */
  public static String callInTraining(Layer layer, String input) {
    return run(layer, input, true);
  }

  private static String run(Layer layer, String input, boolean training) {
    NestedNumbers numbers = NestedNumbers.parse(input);
    ModelGraph graph = Fixtures.graph(numbers.tensor(), layer);
    Manifest manifest = graph.manifest();
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec weight : manifest.weights()) {
      weights.put(weight.name(), weight.initializer().values(weight.shape(), 1));
    }
    List<Integer> shape = new ArrayList<>(manifest.output().shape());
    shape.add(0, numbers.shape().get(0));
    try (GraphSession session =
        new GraphSession(graph, training ? manifest.training() : manifest.serving())) {
      return NestedNumbers.of(shape, session.output(weights, numbers.tensor())).toString();
    }
  }

  /** The output's shape for examples of the input's shape, which has no batch. */
  public static String shape(Layer layer, int... input) {
    return trace(layer, input).output().show();
  }

  /** How many values the layer's weights have. */
  public static long parameters(Layer layer, int... input) {
    return trace(layer, input).parameters();
  }

  /** How many values the model's weights have. */
  public static long parameters(Model model, int... input) {
    return trace(model, input).parameters();
  }

  /** How many values the weights of the plan's ensemble have. */
  public static long parameters(Model model, FitPlan plan, int... input) {
    return plan.ensemble().trace(model, features(input), null, 1).manifest().parameters();
  }

  /** The names and shapes of the layer's weights. */
  public static String weights(Layer layer, int... input) {
    return trace(layer, input).weights().stream()
        .map(weight -> weight.name() + " " + weight.shape())
        .collect(Collectors.joining(", "));
  }

  /** The table that Keras's {@code model.summary()} prints. */
  public static List<String> summary(Model model, int... input) {
    return Summary.of(trace(model, input));
  }

  private static Manifest trace(Layer layer, int... input) {
    return trace(Sequential.of(layer).compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR), input);
  }

  private static Manifest trace(Model model, int... input) {
    return ModelGraph.trace(model, features(input), 1).manifest();
  }

  private static TensorSpec features(int... shape) {
    return new TensorSpec(ElementType.FLOAT32, Arrays.stream(shape).boxed().toList());
  }

  /** The mean loss of the examples, whose labels have the form of the outputs. */
  public static double loss(Loss loss, String labels, String outputs) {
    return compute(
        tf -> {
          Operand<TFloat32> each = loss.perExample(tf, constant(tf, outputs), constant(tf, labels));
          return tf.math.mean(each, tf.constant(0));
        })[0];
  }

  /** The metric of the examples, whose outputs are probabilities or values. */
  public static double metric(Metric metric, String labels, String outputs) {
    float[] sums =
        compute(
            tf ->
                metric.sums(
                    new MetricBatch(
                        tf,
                        Loss.BINARY_CROSSENTROPY,
                        constant(tf, outputs),
                        constant(tf, labels))));
    double[] totals = IntStream.range(0, sums.length).mapToDouble(i -> sums[i]).toArray();
    return metric.value(totals, NestedNumbers.parse(outputs).shape().get(0));
  }

  /** What the regularizer adds to the loss for a weight. */
  public static double penalty(Regularizer regularizer, String weight) {
    return compute(tf -> regularizer.penalty(tf, constant(tf, weight)))[0];
  }

  /** What the constraint makes of a weight after a step. */
  public static String constrained(Constraint constraint, String weight) {
    float[] values = compute(tf -> constraint.project(tf, constant(tf, weight)));
    return NestedNumbers.of(NestedNumbers.parse(weight).shape(), values).toString();
  }

  private static Operand<TFloat32> constant(Ops tf, String values) {
    NestedNumbers numbers = NestedNumbers.parse(values);
    Operand<TFloat32> flat = tf.constant(GraphSession.floats(numbers.tensor()));
    return tf.reshape(
        flat, tf.constant(numbers.shape().stream().mapToInt(Integer::intValue).toArray()));
  }

  private static float[] compute(Function<Ops, Operand<TFloat32>> function) {
    try (Graph graph = new Graph()) {
      Output<TFloat32> output = function.apply(Ops.create(graph)).asOutput();
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(output).run()) {
        return GraphSession.floats((TFloat32) result.get(0));
      }
    }
  }

  /** What the initializer draws for a weight of the shape, with seed 1. */
  public static String draw(Initializer initializer, int... shape) {
    List<Integer> sizes = Arrays.stream(shape).boxed().toList();
    return NestedNumbers.of(sizes, initializer.values(sizes, 1)).toString();
  }

  /** How far w is from 0, from 1 on, after each of so many steps that minimise w². */
  public static String descend(Optimizer optimizer, int steps) {
    List<Double> distances =
        train(optimizer, FitPlan.epochs(steps)).history().stream()
            .map(epoch -> Math.sqrt(epoch.values().getOrDefault("val_loss", Double.NaN)))
            .toList();
    return new NestedNumbers(List.of(steps), distances).toString();
  }

  /** Why the same training by the plan, with SGD, ended, after how many epochs. */
  public static String fit(FitPlan plan) {
    TrainingResult result = train(SGD.defaults(), plan);
    return result.stopReason() + " after " + result.history().size();
  }

  /** The learning rate of each epoch of that training. */
  public static String learningRates(FitPlan plan) {
    List<Double> rates =
        train(SGD.defaults(), plan).history().stream().map(EpochResult::learningRate).toList();
    return new NestedNumbers(List.of(rates.size()), rates).toString();
  }

  private static TrainingResult train(Optimizer optimizer, FitPlan plan) {
    Dense w = Dense.of(1).kernelInitializer(Initializer.ONES).useBias(false);
    ModelGraph graph =
        Fixtures.graph(ONE.features(), optimizer, Loss.MEAN_SQUARED_ERROR, List.of(), w);
    return Trainings.train(graph, plan, ONE).result();
  }

  /** Loss and metrics of the model's first step with all the examples. */
  public static String firstEpoch(Model model, Labelled data) {
    FitPlan plan = FitPlan.epochs(1).verbose(0);
    try (KerasModel running = KerasModel.of(model, plan, data, TrainerOptions.seed(42))) {
      return running.fit(data.features(), data.labels(), plan).values().entrySet().stream()
          .map(entry -> entry.getKey() + " " + NestedNumbers.number(entry.getValue().get(0)))
          .collect(Collectors.joining(", "));
    }
  }

  /** The message of the error that this ends with. */
  public static String error(Callable<?> action) {
    try {
      return "no error, but " + action.call();
    } catch (Exception e) {
      return String.valueOf(e.getMessage());
    }
  }
}
