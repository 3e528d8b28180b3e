package dev.assay.keras.training;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.models.ModelGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One fit of a {@link KerasModel}; its history and the best weights stay in memory. */
final class InMemoryFit implements TrainingListener {
  private final ModelGraph graph;
  private final FitPlan plan;
  private final TrainerOptions options;
  private final List<EpochResult> epochs = new ArrayList<>();
  private final Map<String, float[]> best = new LinkedHashMap<>();

  InMemoryFit(ModelGraph graph, FitPlan plan, TrainerOptions options) {
    this.graph = graph;
    this.plan = plan;
    this.options = options;
  }

  /** A plan that keeps the weights of the lowest training loss, unless it keeps others. */
  static FitPlan withoutValidation(FitPlan plan) {
    boolean keepsBest =
        plan.callback(ModelCheckpoint.class).isPresent()
            || plan.callback(EarlyStopping.class)
                .filter(EarlyStopping::restoreBestWeights)
                .isPresent();
    if (keepsBest) {
      return plan;
    }
    Stream<Callback> more = Stream.of(ModelCheckpoint.best("loss"));
    return plan.callbacks(Stream.concat(plan.callbacks().stream(), more).toArray(Callback[]::new));
  }

  /**
   * Trains to the end.
   *
   * @param validation may be null where the plan has no ensemble
   * @param start the weights to go on from; none to begin anew, as an ensemble always does
   */
  History fit(Labelled train, @Nullable Labelled validation, Map<String, float[]> start) {
    try {
      return plan.ensemble().equals(Ensemble.NONE)
          ? fitOne(train, validation, start)
          : fitAll(train, validation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private History fitOne(Labelled train, @Nullable Labelled validation, Map<String, float[]> start)
      throws IOException {
    int[] rows = Resampling.all(train.size());
    try (Trainer trainer = new Trainer(graph, plan, train, rows, validation, options, start)) {
      TrainingResult result = trainer.fit(this);
      return new History(result.history(), result.bestEpoch(), result.stopReason());
    }
  }

  private History fitAll(Labelled train, @Nullable Labelled validation) throws IOException {
    if (validation == null) {
      throw new IllegalArgumentException(
          "An ensemble needs a validation set, which chooses the weights of each training. Call fit(x, y, plan, new Labelled(xValidation, yValidation)).");
    }
    FitResult result = new Fitter(graph, plan, train, validation, options).fit(this);
    return new History(epochs, 0, result.stopReason());
  }

  /** The best weights by name; empty where none were kept. */
  Map<String, float[]> best() {
    return best;
  }

  @Override
  public void onEpoch(EpochResult result) {
    epochs.add(result);
  }

  @Override
  public void onBest(Map<String, float[]> weights) {
    best.putAll(weights);
  }
}
