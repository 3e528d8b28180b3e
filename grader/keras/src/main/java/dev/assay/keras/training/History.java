package dev.assay.keras.training;

import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link KerasModel#fit} returns, as Keras's {@code History}.
 *
 * @param epochs one entry an epoch, in order
 * @param bestEpoch whose weights the model has now, from 1; 0 when the loss was never finite and it
 *     has the weights from before
 * @param stopReason why training ended
 */
public record History(List<EpochResult> epochs, int bestEpoch, StopReason stopReason) {
  public History {
    epochs = List.copyOf(epochs);
  }

  /**
   * A value of each epoch, as {@code history.history["val_loss"]} in Keras.
   *
   * @param key "loss", a metric's name, or either with "val_" before it
   * @throws IllegalArgumentException where there is no such key; the message names those there are
   */
  public List<Double> get(String key) {
    List<Double> values = values().get(key);
    if (values == null) {
      throw new IllegalArgumentException(
          "The history has no %s. It has: %s".formatted(key, String.join(", ", values().keySet())));
    }
    return values;
  }

  /**
   * All values by key, a list entry for each epoch that has it: an epoch in which the loss became
   * NaN or infinite, the last, was not validated.
   */
  public Map<String, List<Double>> values() {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String key : keys()) {
      values.put(
          key,
          epochs.stream()
              .filter(epoch -> epoch.values().containsKey(key))
              .map(epoch -> epoch.values().get(key))
              .toList());
    }
    return values;
  }

  private List<String> keys() {
    return epochs.stream().flatMap(epoch -> epoch.values().keySet().stream()).distinct().toList();
  }
}
