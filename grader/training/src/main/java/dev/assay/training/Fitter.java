package dev.assay.training;

import dev.assay.keras.ensembles.Bagging;
import dev.assay.keras.ensembles.Boosting;
import dev.assay.keras.ensembles.Stacking;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingResult;
import java.io.IOException;

/**
 * Trains a model or an ensemble by a plan.
 *
 * @param graph as the plan's {@link FitPlan#ensemble} traced it
 * @param train what is learned from
 * @param validation what chooses the best weights
 * @param options threads and mode; the seed is also for resamples and folds
 */
public record Fitter(
    ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, TrainerOptions options) {

  /**
   * Trains to the end.
   *
   * @param listener hears of all trainings; its {@link TrainingListener#onBest} gets a model's
   *     weights whenever they are the best so far, an ensemble's once, at the end
   * @throws IOException where the listener cannot keep the weights
   * @throws IllegalArgumentException where the plan does not fit the model or the data
   */
  public FitResult fit(TrainingListener listener) throws IOException {
    if (plan.ensemble() instanceof Bagging) {
      return new EnsembleTrainer(this, listener).bagging();
    }
    if (plan.ensemble() instanceof Boosting boosting) {
      return new EnsembleTrainer(this, listener).boosting(boosting);
    }
    if (plan.ensemble() instanceof Stacking stacking) {
      return new EnsembleTrainer(this, listener).stacking(stacking.folds());
    }
    try (Trainer trainer = new Trainer(graph, plan, train, validation, options)) {
      TrainingResult result = trainer.fit(listener);
      return new FitResult(result.stopReason(), result.best());
    }
  }
}
