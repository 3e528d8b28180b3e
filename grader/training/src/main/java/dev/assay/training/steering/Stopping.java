package dev.assay.training.steering;

import dev.assay.keras.callbacks.EarlyStopping;
import java.util.Map;

/** Counts epochs without an improvement, as Keras's EarlyStopping does. */
final class Stopping {
  private final EarlyStopping settings;
  private final Monitor monitor;
  private boolean started;
  private int waited;
  private boolean keeps;
  private boolean stops;

  Stopping(EarlyStopping settings) {
    this.settings = settings;
    monitor = new Monitor(settings.monitor(), settings.minDelta());
  }

  /**
   * An epoch ended.
   *
   * @param epoch from 1
   */
  void epochEnds(int epoch, Map<String, Double> values) {
    if (epoch <= settings.startFromEpoch()) {
      // Training could end with these weights, if the plan has no more epochs.
      keeps = true;
      return;
    }
    boolean improves = monitor.improves(values);
    keeps = improves || !started;
    started = true;
    waited = improves && isBeyondBaseline(values) ? 0 : waited + 1;
    stops = !improves && waited >= settings.patience() && epoch > 1;
  }

  private boolean isBeyondBaseline(Map<String, Double> values) {
    return settings.baseline() == null || monitor.beats(values, settings.baseline());
  }

  /** Returns whether the latest epoch's weights are those to restore if training ended now. */
  boolean keeps() {
    return keeps;
  }

  /** Returns whether training should end. */
  boolean stops() {
    return stops;
  }
}
