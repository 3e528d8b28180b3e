package dev.assay.training;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.History;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingResult;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.progress.EpochPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One fit of a {@link KerasModel}: prints its epochs, and keeps its history and the chosen weights
 * in memory.
 */
final class InMemoryFit implements TrainingListener {
  private final ModelGraph graph;
  private final FitPlan plan;
  private final TrainerOptions options;
  private final EpochPrinter printer;
  private final List<EpochResult> epochs = new ArrayList<>();
  private final Map<String, float[]> best = new LinkedHashMap<>();

  InMemoryFit(ModelGraph graph, FitPlan plan, TrainerOptions options) {
    this.graph = graph;
    this.plan = plan;
    this.options = options;
    printer = new EpochPrinter(plan.verbose(), plan.epochs());
  }

  /**
   * Trains to the end.
   *
   * @param validation may be null where the plan has no ensemble
   * @param start the weights to go on from; none to begin anew, as an ensemble always does
   */
  History fit(Labelled train, @Nullable Labelled validation, Map<String, float[]> start) {
    try {
      History history =
          plan.ensemble().equals(Ensemble.NONE)
              ? fitOne(train, validation, start)
              : fitAll(train, validation);
      if (history.stopReason() == StopReason.DIVERGED) {
        printer.say("The loss became NaN or infinite, which ended training.");
      }
      return history;
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

  /** The weights that were kept, by name; empty where none were. */
  Map<String, float[]> best() {
    return best;
  }

  @Override
  public void onPart(Part part) {
    printer.training(part.show());
  }

  @Override
  public void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {
    printer.step(epoch, step, steps, values);
  }

  @Override
  public void onEpoch(EpochResult result) {
    printer.epoch(result.epoch(), result.seconds(), result.values());
    epochs.add(result);
  }

  @Override
  public void onBest(Map<String, float[]> weights) {
    best.putAll(weights);
  }
}
