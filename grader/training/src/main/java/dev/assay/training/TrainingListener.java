package dev.assay.training;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** Hears of training while it runs. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener SILENT =
      new TrainingListener() {
        @Override
        public void onEpoch(EpochResult result) {}

        @Override
        public void onBest(Map<String, float[]> weights) {}
      };

  /**
   * Called before the first step of a training.
   *
   * @param weights as they are then: drawn by their initializers, or adapted to the training set
   */
  default void onBegin(Map<String, float[]> weights) {}

  /** Called before each training of an ensemble; later calls concern this training. */
  default void onPart(Part part) {}

  /**
   * Called after each step.
   *
   * @param epoch from 1
   * @param step from 1
   * @param steps in the epoch
   * @param values loss and metrics over the epoch so far; computed only when asked for
   */
  default void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {}

  /** Called after each epoch. */
  void onEpoch(EpochResult result);

  /**
   * Called when an epoch was the best so far, before {@link #onEpoch}.
   *
   * @throws IOException where the weights cannot be kept; ends training
   */
  void onBest(Map<String, float[]> weights) throws IOException;
}
