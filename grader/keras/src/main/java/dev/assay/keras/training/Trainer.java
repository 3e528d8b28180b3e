package dev.assay.keras.training;

import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.WeightSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains a model by a plan.
 *
 * <p>The same graph, plan, data and {@link TrainerOptions} give the same weights, bit for bit, on
 * the same machine, except in the fast mode. A training set of up to 512 MiB is loaded into
 * TensorFlow once; of a larger one the batches are copied one by one. Of small models several steps
 * are run by one call; neither changes a bit of the weights.
 */
public final class Trainer implements AutoCloseable {
  private final ModelSession model;
  private final ModelSession serving;
  private final FitPlan plan;
  private final Labelled train;
  private final SplittableRandom random;
  private final Steering steering;
  private final EpochSteps steps;
  private final Evaluator evaluator;

  /** Prepares training with the seed and the threads, reproducibly. */
  public Trainer(
      ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, long seed, int threads) {
    this(graph, plan, train, validation, TrainerOptions.seed(seed).threads(threads));
  }

  /** Prepares training: loads the graph, draws initial weights, adapts Normalization layers. */
  public Trainer(
      ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, TrainerOptions options) {
    check(graph.manifest().input(), train.features().example());
    this.plan = plan;
    this.train = train;
    random = new SplittableRandom(options.seed());
    steering = new Steering(plan, graph.manifest().compilation().optimizer().schedule());
    model = new ModelSession(graph, options.threads(), options.mode());
    serving =
        options.mode() == TrainingMode.FAST ? new ModelSession(graph, options.threads()) : model;
    serving.assign(initialWeights());
    Adaptations.run(serving, train.features());
    if (serving != model) {
      model.assign(serving.weights());
    }
    steps = steps();
    evaluator = new Evaluator(serving, validation);
  }

  private EpochSteps steps() {
    Targets targets =
        Targets.weighted(train.labels(), plan.classWeights(), Objective.outputs(model.manifest()));
    StepGraph step = new TrainStep(model, targets).graph();
    boolean resident = ResidentExamples.fit(train);
    Examples examples = resident ? new ResidentExamples(model, train) : new FedExamples(train);
    int most = resident ? Unrolling.steps(model, step, plan, train.size()) : 1;
    return new EpochSteps(model, step, examples, train.size(), plan.batchSize(), most);
  }

  /** Resident examples do not pass the placeholder that would notice. */
  private static void check(TensorSpec input, TensorSpec features) {
    if (!input.equals(features)) {
      throw new IllegalArgumentException(
          "The model takes features %s of shape %s. Received: %s of shape %s"
              .formatted(input.type(), input.show(), features.type(), features.show()));
    }
  }

  private Map<String, float[]> initialWeights() {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec weight : model.manifest().weights()) {
      weights.put(weight.name(), weight.initializer().values(weight.shape(), random.nextLong()));
    }
    return weights;
  }

  /**
   * Trains to the end of the plan, or until early stopping or a loss that is not finite ends it.
   *
   * @throws IOException where the listener cannot keep the best weights
   */
  public TrainingResult fit(TrainingListener listener) throws IOException {
    int[] order = new int[train.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    List<EpochResult> history = new ArrayList<>();
    int bestEpoch = 0;
    for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
      EpochResult result = epoch(epoch, order, listener);
      history.add(result);
      bestEpoch = result.best() ? epoch : bestEpoch;
      listener.onEpoch(result);
      if (!isFinite(result.values())) {
        return new TrainingResult(history, bestEpoch, TrainingResult.StopReason.DIVERGED);
      }
      if (steering.stops() && epoch < plan.epochs()) {
        return new TrainingResult(history, bestEpoch, TrainingResult.StopReason.EARLY_STOPPING);
      }
    }
    return new TrainingResult(history, bestEpoch, TrainingResult.StopReason.COMPLETED);
  }

  private EpochResult epoch(int epoch, int[] order, TrainingListener listener) throws IOException {
    long start = System.nanoTime();
    shuffle(order);
    steering.epochBegins(epoch);
    Map<String, Double> values = new LinkedHashMap<>(pass(epoch, order, listener));
    boolean best = false;
    if (values.values().stream().allMatch(Double::isFinite)) {
      if (serving != model) {
        serving.assign(model.weights());
      }
      values.putAll(evaluator.evaluate("val_"));
      best = isFinite(values) && steering.epochEnds(epoch, values);
    }
    if (best) {
      listener.onBest(model.weights());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochResult(epoch, seconds, values, steering.rate().inForce(), best);
  }

  /** One pass over the training set; ends early when the loss is no longer finite. */
  private Map<String, Double> pass(int epoch, int[] order, TrainingListener listener) {
    Sums sums = new Sums(model.manifest());
    float[] batchSums = new float[sums.width()];
    int count = (order.length + plan.batchSize() - 1) / plan.batchSize();
    int from = 0;
    int done = 0;
    for (StepProgram call : steps.calls()) {
      float[] rows = call.run(order, from, steering.rate());
      for (int k = 0; k < call.sizes().size(); k++) {
        steering.rate().next();
        System.arraycopy(rows, k * batchSums.length, batchSums, 0, batchSums.length);
        sums.add(batchSums, call.sizes().get(k));
        if (!Float.isFinite(batchSums[0])) {
          return sums.values("");
        }
        from += call.sizes().get(k);
        done++;
      }
      listener.onStep(epoch, done, count, () -> sums.values(""));
    }
    return sums.values("");
  }

  private static boolean isFinite(Map<String, Double> values) {
    Double loss = values.get("val_loss");
    return loss != null && Double.isFinite(loss);
  }

  /** Fisher and Yates's shuffle. */
  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  @Override
  public void close() {
    steps.close();
    evaluator.close();
    if (serving != model) {
      serving.close();
    }
    model.close();
  }
}
