package dev.assay.training;

import dev.assay.keras.ensembles.Boosting;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Stacking;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.session.Evaluator;
import dev.assay.training.session.Objective;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Trains the members of an ensemble, one after the other, and what combines them. */
final class EnsembleTrainer {
  /** An average has one weight a member: a hundred passes of few, large steps settle it. */
  private static final int AVERAGE_EPOCHS = 100;

  private final Fitter fit;
  private final TrainingListener listener;
  private final List<Manifest> members;
  private final FitPlan plan;
  private final SplittableRandom random;
  private final Map<String, float[]> weights = new LinkedHashMap<>();

  EnsembleTrainer(Fitter fit, TrainingListener listener) {
    this.fit = fit;
    this.listener = listener;
    members = fit.graph().parts().members();
    plan = fit.plan().ensemble(Ensemble.NONE);
    random = new SplittableRandom(fit.options().seed());
  }

  FitResult bagging() throws IOException {
    for (int i = 0; i < members.size(); i++) {
      int[] rows = Resampling.bootstrap(fit.train().size(), random.split());
      Trained member = train(i, rows, Part.member(i + 1, members.size()));
      if (member.diverged()) {
        return FitResult.DIVERGED;
      }
      weights.putAll(member.weights());
    }
    return finish();
  }

  FitResult stacking(int folds) throws IOException {
    int[] fold = Resampling.folds(fit.train().labels(), folds, random.split());
    MemberOutputs unseen = outputs(fit.train());
    MemberOutputs validation = outputs(fit.validation());
    for (int i = 0; i < members.size(); i++) {
      for (int k = 1; k <= folds; k++) {
        Part part = new Part(i + 1, members.size(), k, folds);
        Trained trained = train(i, rows(fold, k, false), part);
        if (trained.diverged()) {
          return FitResult.DIVERGED;
        }
        predict(i, trained, fit.train(), rows(fold, k, true), unseen);
      }
      Trained member = train(i, Resampling.all(fold.length), Part.member(i + 1, members.size()));
      if (member.diverged()) {
        return FitResult.DIVERGED;
      }
      predict(i, member, fit.validation(), Resampling.all(fit.validation().size()), validation);
      weights.putAll(member.weights());
    }
    Trained combiner = trainCombiner(unseen, validation);
    weights.putAll(combiner.weights());
    return combiner.diverged() ? FitResult.DIVERGED : finish();
  }

  FitResult boosting(Boosting boosting) throws IOException {
    BoostingTrainer trainer = new BoostingTrainer(fit, boosting);
    int[] rows = Resampling.all(fit.train().size());
    boolean converged =
        trainer.run((i, data) -> train(i, data, rows, Part.member(i + 1, members.size())));
    if (!converged) {
      return FitResult.DIVERGED;
    }
    weights.putAll(trainer.weights());
    listener.onBegin(trainer.initial());
    return finish();
  }

  private static int[] rows(int[] fold, int wanted, boolean inside) {
    return IntStream.range(0, fold.length).filter(row -> (fold[row] == wanted) == inside).toArray();
  }

  private Trained train(int member, int[] rows, Part part) throws IOException {
    return train(member, fit.train(), rows, part);
  }

  private Trained train(int member, Labelled data, int[] rows, Part part) throws IOException {
    listener.onPart(part);
    ModelGraph graph = fit.graph().part(members.get(member));
    Keeper keeper = new Keeper(listener);
    try (Trainer trainer = new Trainer(graph, plan, data, rows, fit.validation(), options())) {
      return new Trained(trainer.fit(keeper).stopReason(), keeper.initial, keeper.best);
    }
  }

  private TrainerOptions options() {
    return fit.options().withSeed(random.nextLong());
  }

  private MemberOutputs outputs(Labelled data) {
    return new MemberOutputs(
        data.size(), members.size(), Objective.outputs(fit.graph().manifest()));
  }

  private void predict(
      int member, Trained trained, Labelled data, int[] rows, MemberOutputs target) {
    ModelGraph graph = fit.graph().part(members.get(member));
    try (Predictor predictor = new Predictor(graph, trained.weights(), fit.options().threads())) {
      target.put(member, rows, predictor.predict(data.features(), rows));
    }
  }

  /**
   * Trains the combiner with the same loss, including class weights, and chooses it by validation
   * loss like the members: a model of the answer's own by the whole plan.
   */
  private Trained trainCombiner(MemberOutputs unseen, MemberOutputs validation) throws IOException {
    Manifest combiner = Objects.requireNonNull(fit.graph().parts().combiner(), "combiner");
    Keeper keeper = new Keeper(TrainingListener.SILENT);
    try (Trainer trainer =
        new Trainer(
            fit.graph().part(combiner),
            Stacking.isAverage(combiner) ? averaging() : plan,
            new Labelled(unseen.data(), fit.train().labels(), fit.train().weights()),
            new Labelled(validation.data(), fit.validation().labels()),
            options())) {
      Trained trained = new Trained(trainer.fit(keeper).stopReason(), keeper.initial, keeper.best);
      listener.onBegin(keeper.initial);
      return trained;
    }
  }

  private FitPlan averaging() {
    return new FitPlan(
        AVERAGE_EPOCHS,
        Evaluator.BATCH,
        List.of(),
        plan.oneHotLabels(),
        plan.classWeights(),
        Ensemble.NONE,
        0);
  }

  /** Computes the result for the whole ensemble, which a process that reloads it must reproduce. */
  private FitResult finish() throws IOException {
    try (Predictor predictor = new Predictor(fit.graph(), weights, fit.options().threads())) {
      Map<String, Double> values = predictor.evaluate(fit.validation(), "val_");
      listener.onBest(weights);
      return new FitResult(StopReason.COMPLETED, values);
    }
  }

  /**
   * A training that ended.
   *
   * @param initial the weights that it began with
   * @param weights the best
   */
  record Trained(StopReason reason, Map<String, float[]> initial, Map<String, float[]> weights) {
    boolean diverged() {
      return reason == StopReason.DIVERGED;
    }
  }

  /** Keeps the best weights in memory and passes everything else on to the listener. */
  private static final class Keeper implements TrainingListener {
    private final TrainingListener listener;
    private Map<String, float[]> initial = Map.of();
    private Map<String, float[]> best = Map.of();

    Keeper(TrainingListener listener) {
      this.listener = listener;
    }

    @Override
    public void onBegin(Map<String, float[]> weights) {
      initial = weights;
      listener.onBegin(weights);
    }

    @Override
    public void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {
      listener.onStep(epoch, step, steps, values);
    }

    @Override
    public void onEpoch(EpochResult result) {
      listener.onEpoch(result);
    }

    @Override
    public void onBest(Map<String, float[]> weights) {
      best = weights;
    }
  }
}
