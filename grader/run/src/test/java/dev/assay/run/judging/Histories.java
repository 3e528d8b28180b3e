package dev.assay.run.judging;

import dev.assay.keras.training.EpochResult;
import dev.assay.run.record.TrainingHistory;
import java.util.List;

/** Trainings that never were. */
final class Histories {
  private Histories() {}

  /** The training of a single model. */
  static List<TrainingHistory> history(EpochResult... epochs) {
    return List.of(new TrainingHistory(null, List.of(epochs)));
  }
}
