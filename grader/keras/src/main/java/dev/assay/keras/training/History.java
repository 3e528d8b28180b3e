package dev.assay.keras.training;

import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The history of a training, as {@code KerasModel.fit} returns it and Keras's {@code History}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model compiled =
 *     Sequential.of(Dense.of(1).kernelInitializer(Initializer.ONES))
 *         .compile(SGD.withLearningRate(0.1), Loss.MEAN_SQUARED_ERROR);
 * KerasModel model = KerasModel.of(compiled, TensorData.rows(new float[] {1}).example(), 42);
 * History history =
 *     model.fit(TensorData.rows(new float[] {1}), TensorData.targets(0), FitPlan.epochs(2).verbose(0));
 * history.get("loss"); // -> [1, 0.36]
 * history.stopReason(); // -> COMPLETED
 * error(() -> history.get("val_loss"));
 * // -> The history has no val_loss. It has: loss
 * }</pre>
 *
 * @param epochs one entry an epoch, in order; of an ensemble those of all its trainings, one
 *     training after the other
 * @param bestEpoch whose weights the model has now, from 1; without a validation set the last,
 *     unless a callback chose another; 0 when the loss was never finite and it has the weights from
 *     before, and for an ensemble, which has the best of each training
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
   * Returns all values by key, one for each epoch that has it; a last epoch in which the loss
   * became NaN or infinite was not validated.
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
