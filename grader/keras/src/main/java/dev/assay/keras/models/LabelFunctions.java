package dev.assay.keras.models;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model's functions of features and labels.
 *
 * @param sampleWeights how much each example weighs in the training loss; null for 1
 * @param targets by the number of an output, what it is compared with; an output that is not there
 *     is compared with the labels
 */
public record LabelFunctions(
    @Nullable LabelFunction sampleWeights, Map<Integer, LabelFunction> targets) {
  /** No label functions: every example weighs 1, and every output is compared with the labels. */
  public static final LabelFunctions NONE = new LabelFunctions(null, Map.of());

  public LabelFunctions {
    targets = Map.copyOf(targets);
  }

  public boolean isEmpty() {
    return sampleWeights == null && targets.isEmpty();
  }

  LabelFunctions withSampleWeights(LabelFunction function) {
    return new LabelFunctions(function, targets);
  }

  LabelFunctions withTarget(int output, LabelFunction function) {
    Map<Integer, LabelFunction> more = new TreeMap<>(targets);
    more.put(output, function);
    return new LabelFunctions(sampleWeights, more);
  }
}
