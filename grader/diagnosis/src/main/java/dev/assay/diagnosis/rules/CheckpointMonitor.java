package dev.assay.diagnosis.rules;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.Monitored;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds epochs that would have been a better choice than the one a callback chose. A coarse monitor
 * such as val_accuracy has ties, of which the first epoch is kept, and a monitor of the training
 * set says nothing about unseen examples.
 *
 * @param callback the callback that chooses the epoch whose weights are graded
 * @param examples the size of the validation set; 0 if unknown: only equal values are then ties
 */
record CheckpointMonitor(Monitored callback, int examples) {
  private static final String VALIDATION = "val_";

  /** A relative difference up to which errors, which are not shares of examples, are alike. */
  private static final double NOISE = 0.01;

  /**
   * The monitor that the trainer goes by: that of ModelCheckpoint, or else of an EarlyStopping that
   * restores the best weights, or else the validation loss.
   */
  static CheckpointMonitor of(FitPlan plan, int examples) {
    boolean declared = plan.callback(ModelCheckpoint.class).isPresent();
    Optional<Monitored> restoring =
        plan.callback(EarlyStopping.class)
            .filter(stopping -> !declared && stopping.restoreBestWeights())
            .map(Monitored.class::cast);
    return new CheckpointMonitor(restoring.orElseGet(plan::checkpoint), examples);
  }

  /**
   * Finds the epoch with the lowest validation loss where the kept one is clearly worse by it and
   * not clearly better by any other validation value; empty where the choice was sound.
   */
  Optional<EpochResult> better(List<EpochResult> history, EpochResult kept) {
    String monitor = callback.monitor();
    return monitor.startsWith(VALIDATION) && monitor.endsWith("loss")
        ? Optional.empty()
        : history.stream()
            .filter(epoch -> Double.isFinite(Curves.validation(epoch)))
            .min(Comparator.comparingDouble(Curves::validation))
            .filter(epoch -> Curves.rises(epoch, kept))
            .filter(
                epoch -> kept.values().keySet().stream().allMatch(key -> ties(key, kept, epoch)));
  }

  /**
   * Tells whether the kept epoch is not clearly better in this value, or the value is not looked
   * at.
   */
  private boolean ties(String key, EpochResult kept, EpochResult other) {
    if (!key.startsWith(VALIDATION) || key.endsWith("loss")) {
      return true;
    }
    double value = Curves.value(kept, key);
    double difference = value - Curves.value(other, key);
    double gained = Metric.higherIsBetter(key) ? difference : -difference;
    return gained <= noise(value, Metric.higherIsBetter(key));
  }

  /** The standard error of a share of the examples, or a fixed part of any other value. */
  private double noise(double value, boolean share) {
    if (examples == 0) {
      return 0;
    }
    return share && value > 0 && value < 1
        ? Math.sqrt(value * (1 - value) / examples)
        : NOISE * Math.abs(value);
  }

  /** Names the monitor, the epoch that it kept, the better one, and what to write instead. */
  Finding finding(EpochResult kept, EpochResult better) {
    String monitor = callback.monitor();
    String name = callback.getClass().getSimpleName();
    String method = name.equals(EarlyStopping.class.getSimpleName()) ? "on" : "best";
    return Finding.of(
        FindingCode.CHECKPOINT_MONITOR,
        "callback",
        name,
        "method",
        method,
        "monitor",
        monitor,
        "validation",
        monitor.startsWith(VALIDATION),
        "epoch",
        kept.epoch(),
        "value",
        Curves.value(kept, monitor),
        "loss",
        Curves.validation(kept),
        "betterEpoch",
        better.epoch(),
        "betterValue",
        Curves.value(better, monitor),
        "betterLoss",
        Curves.validation(better));
  }
}
