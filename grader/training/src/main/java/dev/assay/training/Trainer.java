package dev.assay.training;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingMode;
import dev.assay.keras.training.TrainingResult;
import dev.assay.training.adapting.LayerAdapter;
import dev.assay.training.graphs.StepExamples;
import dev.assay.training.graphs.StepGraph;
import dev.assay.training.session.EpochSteps;
import dev.assay.training.session.Evaluator;
import dev.assay.training.session.FedExamples;
import dev.assay.training.session.MetricSums;
import dev.assay.training.session.ModelSession;
import dev.assay.training.session.Objective;
import dev.assay.training.session.ResidentExamples;
import dev.assay.training.session.StepProgram;
import dev.assay.training.session.Targets;
import dev.assay.training.session.TrainStep;
import dev.assay.training.session.UnrollChoice;
import dev.assay.training.steering.CallbackRunner;
import dev.assay.training.steering.MonitorCheck;
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
  private final int[] rows;
  private final SplittableRandom random;
  private final CallbackRunner callbacks;
  private final EpochSteps steps;
  private final @Nullable Evaluator evaluator;

  /**
   * Prepares training on all examples.
   *
   * @see #Trainer(ModelGraph, FitPlan, Labelled, int[], Labelled, TrainerOptions)
   */
  public Trainer(
      ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, TrainerOptions options) {
    this(graph, plan, train, Resampling.all(train.size()), validation, options);
  }

  /**
   * Prepares training: loads the graph, draws initial weights, adapts Normalization layers.
   *
   * @param rows the examples of {@code train} that an epoch goes through; one may come several
   *     times
   */
  public Trainer(
      ModelGraph graph,
      FitPlan plan,
      Labelled train,
      int[] rows,
      Labelled validation,
      TrainerOptions options) {
    this(graph, plan, train, rows, validation, options, Map.of());
  }

  /**
   * Like the other constructor, but can resume from weights and train without validation data.
   *
   * @param validation may be null: the history then has no values that begin with "val_", and the
   *     last epoch's weights are kept unless a callback of the plan chooses others
   * @param weights to begin with, those of Normalization layers among them; empty: drawn and
   *     adapted
   */
  Trainer(
      ModelGraph graph,
      FitPlan plan,
      Labelled train,
      int[] rows,
      @Nullable Labelled validation,
      TrainerOptions options,
      Map<String, float[]> weights) {
    if (!plan.ensemble().equals(Ensemble.NONE)) {
      throw new IllegalArgumentException(
          "A Trainer trains one model; the plan asks for %s. Use a Fitter, or remove the ensemble."
              .formatted(plan.ensemble()));
    }
    check(graph.manifest().input(), train.features().example());
    MonitorCheck.check(plan, graph.manifest().keys(), validation != null);
    this.plan = plan;
    this.train = train;
    this.rows = rows.clone();
    ClassNumbers.check(graph.manifest(), train.labels());
    if (validation != null) {
      ClassNumbers.check(graph.manifest(), validation.labels());
    }
    random = new SplittableRandom(options.seed());
    callbacks =
        new CallbackRunner(
            plan,
            graph.manifest().compilation().schedule(),
            validation == null ? null : "val_" + graph.manifest().keys().ownLoss());
    model = new ModelSession(graph, options.threads(), options.mode());
    serving =
        options.mode() == TrainingMode.FAST ? new ModelSession(graph, options.threads()) : model;
    begin(weights);
    steps = steps();
    evaluator = validation == null ? null : new Evaluator(serving, validation);
  }

  private void begin(Map<String, float[]> weights) {
    if (weights.isEmpty()) {
      serving.assign(InitialWeights.draw(model.manifest(), random));
      LayerAdapter.run(serving, train.features(), rows);
    } else {
      serving.assign(weights);
    }
    if (serving != model) {
      model.assign(serving.weights());
    }
  }

  private EpochSteps steps() {
    Targets targets =
        Targets.weighted(train.labels(), plan.classWeights(), Objective.outputs(model.manifest()))
            .exampleWeights(train.weights() != null);
    StepGraph step = new TrainStep(model, targets).graph();
    boolean resident = ResidentExamples.fit(train);
    StepExamples examples = resident ? new ResidentExamples(model, train) : new FedExamples(train);
    int most = resident ? UnrollChoice.steps(model, step, plan, rows.length) : 1;
    return new EpochSteps(model, step, examples, rows.length, plan.batchSize(), most);
  }

  /** Resident examples do not pass the placeholder that would notice. */
  private static void check(TensorSpec input, TensorSpec features) {
    if (!input.equals(features)) {
      throw new IllegalArgumentException(
          "The model takes features %s of shape %s. Received: %s of shape %s"
              .formatted(input.type(), input.show(), features.type(), features.show()));
    }
  }

  /**
   * Trains to the end of the plan, or until early stopping or a loss that is not finite ends it.
   *
   * @throws IOException where the listener cannot keep the best weights
   */
  public TrainingResult fit(TrainingListener listener) throws IOException {
    listener.onBegin(model.weights());
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
      if (callbacks.stops() && epoch < plan.epochs()) {
        return new TrainingResult(history, bestEpoch, TrainingResult.StopReason.EARLY_STOPPING);
      }
    }
    return new TrainingResult(history, bestEpoch, TrainingResult.StopReason.COMPLETED);
  }

  private EpochResult epoch(int epoch, int[] order, TrainingListener listener) throws IOException {
    long start = System.nanoTime();
    Resampling.shuffle(order, random);
    callbacks.epochBegins(epoch);
    Map<String, Double> values = new LinkedHashMap<>(pass(epoch, order, listener));
    boolean best = false;
    // A metric may be NaN, as R² of targets that are all alike.
    if (isFinite(values, "loss")) {
      if (evaluator != null) {
        if (serving != model) {
          serving.assign(model.weights());
        }
        values.putAll(evaluator.evaluate("val_"));
      }
      best = isFinite(values) && callbacks.epochEnds(epoch, values);
    }
    if (best) {
      listener.onBest(model.weights());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochResult(epoch, seconds, values, callbacks.rate().inForce(), best);
  }

  /** Makes one pass over the training set; stops early when the loss is no longer finite. */
  private Map<String, Double> pass(int epoch, int[] order, TrainingListener listener) {
    MetricSums sums = new MetricSums(model.manifest());
    double[] batchSums = new double[sums.width()];
    int count = 1 + (order.length - 1) / plan.batchSize();
    int from = 0;
    int done = 0;
    for (StepProgram call : steps.calls()) {
      double[] rows = call.run(order, from, callbacks.rate());
      for (int k = 0; k < call.sizes().size(); k++) {
        callbacks.rate().next();
        System.arraycopy(rows, k * batchSums.length, batchSums, 0, batchSums.length);
        sums.add(batchSums, call.sizes().get(k));
        if (!Double.isFinite(batchSums[0])) {
          return sums.values("");
        }
        from += call.sizes().get(k);
        done++;
      }
      listener.onStep(epoch, done, count, () -> sums.values(""));
    }
    return sums.values("");
  }

  private boolean isFinite(Map<String, Double> values) {
    return isFinite(values, evaluator == null ? "loss" : "val_loss");
  }

  private static boolean isFinite(Map<String, Double> values, String key) {
    return Double.isFinite(values.getOrDefault(key, Double.NaN));
  }

  @Override
  public void close() {
    steps.close();
    if (evaluator != null) {
      evaluator.close();
    }
    if (serving != model) {
      serving.close();
    }
    model.close();
  }
}
