package dev.assay.keras.training;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.models.ModelGraph;
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
 * <p>The same graph, plan, data, seed and thread count give the same weights, bit for bit, on the
 * same machine.
 */
public final class Trainer implements AutoCloseable {
  private final ModelSession model;
  private final FitPlan plan;
  private final Labelled train;
  private final int[] rows;
  private final Labelled validation;
  private final SplittableRandom random;
  private final Steering steering;
  private final TrainStep step;
  private final Evaluator evaluator;

  /**
   * Prepares training on all examples.
   *
   * @see #Trainer(ModelGraph, FitPlan, Labelled, int[], Labelled, long, int)
   */
  public Trainer(
      ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, long seed, int threads) {
    this(graph, plan, train, Resampling.all(train.size()), validation, seed, threads);
  }

  /**
   * Prepares training: loads the graph, draws initial weights, adapts Normalization layers.
   *
   * @param rows the examples of {@code train} that an epoch goes through; one may come several
   *     times
   * @param seed for the initial weights and the order of the examples
   * @param threads for TensorFlow's kernels, positive
   */
  public Trainer(
      ModelGraph graph,
      FitPlan plan,
      Labelled train,
      int[] rows,
      Labelled validation,
      long seed,
      int threads) {
    if (!plan.ensemble().equals(Ensemble.NONE)) {
      throw new IllegalArgumentException(
          "A Trainer trains one model; the plan asks for %s. Use a Fitter, or leave the ensemble out."
              .formatted(plan.ensemble()));
    }
    this.plan = plan;
    this.train = train;
    this.rows = rows.clone();
    this.validation = validation;
    ClassNumbers.check(graph.manifest(), train.labels());
    ClassNumbers.check(graph.manifest(), validation.labels());
    random = new SplittableRandom(seed);
    steering =
        new Steering(
            plan,
            graph.manifest().compilation().schedule(),
            "val_" + graph.manifest().keys().ownLoss());
    model = new ModelSession(graph, threads);
    model.assign(initialWeights());
    Adaptations.run(model, train.features(), rows);
    step =
        new TrainStep(
            model,
            Targets.weighted(
                train.labels(), plan.classWeights(), Objective.outputs(model.manifest())));
    evaluator = new Evaluator(model, validation.labels());
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
    int[] order = rows.clone();
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
    Resampling.shuffle(order, random);
    steering.epochBegins(epoch);
    Map<String, Double> values = new LinkedHashMap<>(pass(epoch, order, listener));
    boolean best = false;
    if (values.values().stream().allMatch(Double::isFinite)) {
      values.putAll(evaluator.evaluate(validation, "val_"));
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

  private static boolean isFinite(Map<String, Double> values) {
    Double loss = values.get("val_loss");
    return loss != null && Double.isFinite(loss);
  }

  @Override
  public void close() {
    step.close();
    model.close();
  }
}
