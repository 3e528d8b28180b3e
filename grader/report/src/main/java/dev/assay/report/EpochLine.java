package dev.assay.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One epoch of the training's history. In JSON the values stand beside the other fields.
 *
 * @param epoch its number, from 1
 * @param seconds how long it took, at least 0
 * @param values {@code loss}, the metrics, {@code val_loss} and {@code val_} metrics by name, in
 *     the order they are shown; NaN and infinity are allowed (null in JSON)
 * @param learningRate the optimizer's learning rate at the epoch's end; NaN if unknown (null in
 *     JSON)
 */
public record EpochLine(
    int epoch, double seconds, Map<String, Double> values, double learningRate) {

  private static final Set<String> RESERVED = Set.of("epoch", "seconds", "learningRate");

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a number is out of range, or a value is named like one of
   *     the other fields
   */
  public EpochLine {
    Checks.atLeast("history.epoch", 1, epoch);
    Checks.seconds("history.seconds", seconds);
    values = Checks.ordered("history", values);
    Checks.present("history.loss", values.get("loss"));
    for (String name : values.keySet()) {
      if (RESERVED.contains(name)) {
        throw new IllegalArgumentException("history: a value must not be named " + name);
      }
    }
  }

  @JsonValue
  Map<String, Number> flat() {
    Map<String, Number> fields = new LinkedHashMap<>();
    fields.put("epoch", epoch);
    fields.put("seconds", seconds);
    fields.putAll(values);
    fields.put("learningRate", learningRate);
    return fields;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static EpochLine of(Map<String, Double> flat) {
    Map<String, Double> values = new LinkedHashMap<>(flat);
    double epoch = take(values, "epoch");
    if (epoch != (int) epoch) {
      throw new IllegalArgumentException(
          "history.epoch must be a whole number. Received: " + epoch);
    }
    double seconds = take(values, "seconds");
    double learningRate = take(values, "learningRate");
    return new EpochLine((int) epoch, seconds, values, learningRate);
  }

  private static double take(Map<String, Double> values, String name) {
    Double value = values.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("history: a line must have the field " + name);
    }
    return value;
  }
}
