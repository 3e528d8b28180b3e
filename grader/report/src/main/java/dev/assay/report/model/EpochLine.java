package dev.assay.report.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.report.checks.Components;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One epoch of the training's history. In JSON the values stand beside the other fields.
 *
 * @param member the member of an ensemble that was trained, from 1; null (absent in JSON) where the
 *     model is none
 * @param fold the fold that was left out of its training set, from 1; null (absent in JSON) where
 *     none was
 * @param epoch its number, from 1
 * @param seconds how long it took, at least 0
 * @param values {@code loss}, the metrics, {@code val_loss} and {@code val_} metrics by name, in
 *     the order they are shown; NaN and infinity are allowed (null in JSON)
 * @param learningRate the optimizer's learning rate at the epoch's end; NaN if unknown (null in
 *     JSON)
 */
public record EpochLine(
    @Nullable Integer member,
    @Nullable Integer fold,
    int epoch,
    double seconds,
    Map<String, Double> values,
    double learningRate) {

  private static final Set<String> RESERVED =
      Set.of("member", "fold", "epoch", "seconds", "learningRate");

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a number is out of range, or a value is named like one of
   *     the other fields
   */
  public EpochLine {
    Components.atLeast("history.member", 1, member == null ? 1 : member);
    Components.atLeast("history.fold", 1, fold == null ? 1 : fold);
    Components.atLeast("history.epoch", 1, epoch);
    Components.seconds("history.seconds", seconds);
    values = Components.ordered("history", values);
    Components.present("history.loss", values.get("loss"));
    for (String name : values.keySet()) {
      if (RESERVED.contains(name)) {
        throw new IllegalArgumentException("history: a value must not be named " + name);
      }
    }
  }

  /** An epoch of a model that is not an ensemble. */
  public EpochLine(int epoch, double seconds, Map<String, Double> values, double learningRate) {
    this(null, null, epoch, seconds, values, learningRate);
  }

  @JsonValue
  Map<String, Number> flat() {
    Map<String, Number> fields = new LinkedHashMap<>();
    if (member != null) {
      fields.put("member", member);
    }
    if (fold != null) {
      fields.put("fold", fold);
    }
    fields.put("epoch", epoch);
    fields.put("seconds", seconds);
    fields.putAll(values);
    fields.put("learningRate", learningRate);
    return fields;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static EpochLine of(Map<String, Double> flat) {
    Map<String, Double> values = new LinkedHashMap<>(flat);
    Integer member = values.containsKey("member") ? takeWhole(values, "member") : null;
    Integer fold = values.containsKey("fold") ? takeWhole(values, "fold") : null;
    int epoch = takeWhole(values, "epoch");
    double seconds = take(values, "seconds");
    double learningRate = take(values, "learningRate");
    return new EpochLine(member, fold, epoch, seconds, values, learningRate);
  }

  /** Whether both are of the same training. */
  boolean continues(EpochLine before) {
    return Objects.equals(member, before.member) && Objects.equals(fold, before.fold);
  }

  private static int takeWhole(Map<String, Double> values, String name) {
    double value = take(values, name);
    if (value != (int) value) {
      throw new IllegalArgumentException(
          "history.%s must be a whole number. Received: %s".formatted(name, value));
    }
    return (int) value;
  }

  private static double take(Map<String, Double> values, String name) {
    Double value = values.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("history: a line must have the field " + name);
    }
    return value;
  }
}
