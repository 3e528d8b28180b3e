package dev.assay.keras.models.tracing;

import dev.assay.keras.graphs.Reachability;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.types.TFloat32;

/** Refuses weights that only one of a model's graphs has, and trainable ones that do nothing. */
final class WeightUse {
  private WeightUse() {}

  static void check(
      Manifest manifest,
      TracingContext serving,
      TracingContext training,
      List<Operand<TFloat32>> trained) {
    Set<String> used = operationsBehind(trained);
    for (WeightSpec weight : manifest.weights()) {
      if (!serving.has(weight) || !training.has(weight)) {
        throw new IllegalArgumentException(
            "Weight %s is added only for %s. Add a layer's weights regardless of training(), and create a layer that another one calls only once, not in each call."
                .formatted(weight.name(), serving.has(weight) ? "serving" : "training"));
      }
      if (weight.trainable() && !used.contains(manifest.training().read(weight))) {
        throw new IllegalArgumentException(
            "Weight %s is trainable, but the model's output does not depend on it. Use it or remove it."
                .formatted(weight.name()));
      }
    }
  }

  private static Set<String> operationsBehind(List<Operand<TFloat32>> outputs) {
    Set<Operation> operations =
        Reachability.from(outputs.stream().map(Operand::op).toList(), WeightUse::producers);
    return operations.stream().map(Operation::name).collect(Collectors.toSet());
  }

  private static List<? extends Operation> producers(Operation operation) {
    return ((GraphOperation) operation).inputs().stream().map(Operand::op).toList();
  }
}
