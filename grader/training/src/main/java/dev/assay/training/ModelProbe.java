package dev.assay.training;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.Tunable;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.adapting.LayerAdapter;
import dev.assay.training.session.BatchFeed;
import dev.assay.training.session.Evaluator;
import dev.assay.training.session.FloatTensors;
import dev.assay.training.session.LossGradients;
import dev.assay.training.session.ModelSession;
import dev.assay.training.session.Objective;
import dev.assay.training.session.Targets;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;

/** Looks into a model: values between its layers, gradients, and what a few steps do to it. */
public final class ModelProbe implements AutoCloseable {
  /** Examples of a call that fetches values: those of a convolution are large. */
  private static final int BATCH = 64;

  private final ModelGraph graph;
  private final FitPlan plan;
  private final Labelled train;
  private final TrainerOptions options;
  private final ModelSession model;
  private final LossGradients gradients;
  private final Map<String, float[]> initial;

  /**
   * Loads a model with the weights that training by these options begins with.
   *
   * @param graph of a single model
   * @param plan whose class weights and batch size are used
   * @param train what Normalization layers adapt to
   */
  public ModelProbe(ModelGraph graph, FitPlan plan, Labelled train, TrainerOptions options) {
    this.graph = graph;
    this.plan = plan;
    this.train = train;
    this.options = options;
    ClassNumbers.check(graph.manifest(), train.labels());
    model = new ModelSession(graph, options.threads());
    model.assign(InitialWeights.draw(graph.manifest(), new SplittableRandom(options.seed())));
    LayerAdapter.run(model, train.features(), Resampling.all(train.size()));
    initial = model.weights();
    int outputs = Objective.outputs(graph.manifest());
    gradients =
        new LossGradients(model, Targets.weighted(train.labels(), plan.classWeights(), outputs));
  }

  /** Takes what was fetched. */
  @FunctionalInterface
  public interface ValueConsumer {
    /**
     * Takes a tensor of some examples.
     *
     * @param place which of those asked for
     * @param values row-major
     * @param units the size of the last axis
     */
    void accept(int place, float[] values, int units);
  }

  /** Replaces the weights that are given. */
  public void assign(Map<String, float[]> weights) {
    model.assign(weights);
  }

  /** Returns the weights' values by name, row-major. */
  public Map<String, float[]> weights() {
    return model.weights();
  }

  /** Returns loss and metrics over a set, as an epoch's history would give them. */
  public Map<String, Double> evaluate(Labelled data) {
    try (Evaluator evaluator = new Evaluator(model, data)) {
      return evaluator.evaluate("");
    }
  }

  /** Returns the loss of a set as training computes it, with its gradients. */
  public LossGradients.BatchLoss gradients(Labelled batch) {
    return gradients.of(batch);
  }

  /**
   * Fetches values of the graph for prediction, a few examples at a time.
   *
   * @param tensors names of operations, whose first output is fetched
   * @param consumer takes them
   */
  public void fetch(List<String> tensors, TensorData features, ValueConsumer consumer) {
    Output<?> input = model.input(graph.manifest().serving());
    try (BatchFeed feed = new BatchFeed(features, BATCH)) {
      for (int from = 0; from < features.rows(); from += BATCH) {
        int size = Math.min(BATCH, features.rows() - from);
        Session.Runner runner = model.runner().feed(input, feed.batch(null, from, size));
        tensors.forEach(runner::fetch);
        try (Result result = runner.run()) {
          for (int i = 0; i < tensors.size(); i++) {
            Shape shape = result.get(i).shape();
            int axes = shape.numDimensions();
            int last = axes == 0 ? 1 : Math.toIntExact(Math.max(1, shape.get(axes - 1)));
            consumer.accept(i, FloatTensors.of(result.get(i)), last);
          }
        }
      }
    }
  }

  /**
   * Trains from the first weights for one pass over some examples, at a constant learning rate.
   *
   * @param rate in place of the plan's
   * @return its weights; empty where the loss became NaN or infinite
   */
  public Map<String, float[]> trained(double rate, int examples) throws IOException {
    Manifest manifest = graph.manifest();
    Compilation compilation = manifest.compilation();
    Optimizer optimizer = ((Tunable<?>) compilation.optimizer()).learningRate(rate);
    ModelGraph tuned =
        graph.part(
            new Manifest(
                manifest.input(),
                manifest.heads(),
                manifest.serving(),
                manifest.training(),
                manifest.weights(),
                manifest.layers(),
                new Compilation(optimizer, compilation.heads(), compilation.name())));
    FitPlan pass =
        new FitPlan(
            1,
            plan.batchSize(),
            List.of(),
            plan.oneHotLabels(),
            plan.classWeights(),
            Ensemble.NONE,
            0);
    int[] rows = new int[examples];
    for (int i = 0; i < examples; i++) {
      rows[i] = i % train.size();
    }
    Map<String, float[]> last = new LinkedHashMap<>();
    TrainingListener keeper =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochResult result) {}

          @Override
          public void onBest(Map<String, float[]> weights) {
            last.putAll(weights);
          }
        };
    try (Trainer trainer = new Trainer(tuned, pass, train, rows, null, options, initial)) {
      trainer.fit(keeper);
    }
    return last;
  }

  @Override
  public void close() {
    model.close();
  }
}
