package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/**
 * A term that a regularizer adds to the loss.
 *
 * @param weight what it keeps small; null where that is what a layer returns
 * @param squared its L2 factor, that of the sum of squares; 0 where there is none
 * @param absolute its L1 factor
 * @param ofOutput whether it is what the model predicts that is kept small
 */
public record Penalty(
    @Nullable WeightSpec weight, double squared, double absolute, boolean ofOutput) {

  /** Returns what makes the output, behind identities. */
  private static String output(GraphNodes nodes, Trace trace) {
    String name = NodeInputs.node(trace.output());
    NodeDef node = nodes.get(name);
    while (node != null && node.getOp().equals("Identity")) {
      name = NodeInputs.node(node.getInput(0));
      node = nodes.get(name);
    }
    return name;
  }

  /** Reads the penalties of a trace. */
  static List<Penalty> of(GraphNodes nodes, Manifest manifest, Trace trace) {
    List<Penalty> found = new ArrayList<>();
    for (String name : trace.penalties()) {
      Set<String> behind = nodes.behind(List.of(name));
      Optional<WeightSpec> weight =
          behind.contains(trace.input())
              ? Optional.empty()
              : manifest.weights().stream()
                  .filter(spec -> behind.contains(trace.read(spec)))
                  .findFirst();
      double squared = 0;
      double absolute = 0;
      for (String each : behind) {
        NodeDef node = nodes.get(each);
        if (node == null || !node.getOp().equals("Mul") || node.getInputCount() < 2) {
          continue;
        }
        for (int i = 0; i < 2; i++) {
          Optional<Double> factor = ConstantValues.scalar(nodes, node.getInput(i));
          NodeDef other = nodes.get(NodeInputs.node(node.getInput(1 - i)));
          if (factor.isPresent() && other != null) {
            squared += other.getOp().equals("L2Loss") ? factor.get() / 2 : 0;
            absolute += other.getOp().equals("Sum") ? factor.get() : 0;
          }
        }
      }
      found.add(
          new Penalty(
              weight.orElse(null), squared, absolute, behind.contains(output(nodes, trace))));
    }
    return found;
  }
}
