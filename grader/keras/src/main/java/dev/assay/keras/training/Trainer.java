package dev.assay.keras.training;

import dev.assay.keras.models.ModelGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model by a plan.
 *
 * <p>The same graph, plan, data, seed and thread count give the same weights, bit for bit, on the
 * same machine.
 */
public final class Trainer implements AutoCloseable {
  private final ModelSession model;
  private final FitPlan plan;
  private final Labelled train;
  private final @Nullable Labelled validation;
  private final SplittableRandom random;
  private final Steering steering;
  private final TrainStep step;
  private final @Nullable Evaluator evaluator;

  /**
   * Prepares training: loads the graph, draws initial weights, adapts Normalization layers.
   *
   * @param seed for the initial weights and the order of the examples
   * @param threads for TensorFlow's kernels, positive
   */
  public Trainer(
      ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, long seed, int threads) {
    this(graph, plan, train, validation, seed, threads, Map.of());
  }

  /**
   * As the other, but may go on from weights and do without validation.
   *
   * @param validation may be null: the history then has no values that begin with "val_"
   * @param weights to begin with, those of Normalization layers among them; empty: drawn and
   *     adapted
   */
  Trainer(
      ModelGraph graph,
      FitPlan plan,
      Labelled train,
      @Nullable Labelled validation,
      long seed,
      int threads,
      Map<String, float[]> weights) {
    this.plan = plan;
    this.train = train;
    this.validation = validation;
    random = new SplittableRandom(seed);
    steering = new Steering(plan, graph.manifest().compilation().optimizer().schedule());
    model = new ModelSession(graph, threads);
    if (weights.isEmpty()) {
      model.assign(InitialWeights.draw(graph.manifest(), random));
      Adaptations.run(model, train.features());
    } else {
      model.assign(weights);
    }
    step =
        new TrainStep(
            model,
            Targets.weighted(
                train.labels(), plan.classWeights(), Objective.outputs(model.manifest())));
    evaluator = validation == null ? null : new Evaluator(model, validation.labels());
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
      if (evaluator != null && validation != null) {
        values.putAll(evaluator.evaluate(validation, "val_"));
      }
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
    int batch = plan.batchSize();
    int steps = (order.length + batch - 1) / batch;
    try (BatchFeed features = new BatchFeed(train.features(), batch);
        BatchFeed labels = new BatchFeed(train.labels(), batch)) {
      for (int index = 0; index < steps; index++) {
        int from = index * batch;
        int size = Math.min(batch, order.length - from);
        step.run(
            features.batch(order, from, size),
            labels.batch(order, from, size),
            (float) steering.rate().next(),
            batchSums);
        sums.add(batchSums, size);
        if (!Float.isFinite(batchSums[0])) {
          break;
        }
        listener.onStep(epoch, index + 1, steps, () -> sums.values(""));
      }
    }
    return sums.values("");
  }

  private boolean isFinite(Map<String, Double> values) {
    Double loss = values.get(evaluator == null ? "loss" : "val_loss");
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
    step.close();
    model.close();
  }
}
