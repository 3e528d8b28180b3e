package dev.assay.training.steering;

import dev.assay.keras.callbacks.Monitored;
import dev.assay.keras.models.manifest.HistoryKeys;
import dev.assay.keras.training.FitPlan;
import java.util.Set;
import java.util.TreeSet;

/** Refuses callbacks that watch what a model does not report, before it is trained. */
public final class MonitorCheck {
  private static final String VALIDATION = "val_";

  private MonitorCheck() {}

  /**
   * Looks at every callback of a plan.
   *
   * @param validated whether there is a validation set
   * @throws IllegalArgumentException naming the first callback whose key the history will not have
   */
  public static void check(FitPlan plan, HistoryKeys keys, boolean validated) {
    Set<String> known = new TreeSet<>(keys.all());
    if (validated) {
      keys.all().forEach(key -> known.add(VALIDATION + key));
    }
    plan.callbacks().stream()
        .filter(Monitored.class::isInstance)
        .map(Monitored.class::cast)
        .filter(callback -> !known.contains(callback.monitor()))
        .findFirst()
        .ifPresent(
            callback -> {
              throw new IllegalArgumentException(
                  "%s monitors %s, which this model does not report. Known: %s. %s"
                      .formatted(
                          callback.getClass().getSimpleName(),
                          callback.monitor(),
                          known,
                          advice(callback.monitor(), validated)));
            });
  }

  private static String advice(String key, boolean validated) {
    return key.startsWith(VALIDATION) && !validated
        ? "Give fit a validation set, or monitor one of these."
        : "Monitor one of these, or compile the model with that metric.";
  }
}
