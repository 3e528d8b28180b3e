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
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Where derivatives of the loss flow, from the outputs and penalties back to the weights. */
public final class Differentiation {
  private final GraphNodes nodes;
  private final Trace trace;
  private final List<NodeDef> inOrder;
  private final Set<String> reached;

  Differentiation(GraphNodes nodes, Manifest manifest, Trace trace, List<NodeDef> inOrder) {
    this.nodes = nodes;
    this.trace = trace;
    this.inOrder = inOrder;
    List<String> ends = new ArrayList<>(trace.penalties());
    for (int i = 0; i < manifest.heads().outputs().size(); i++) {
      ends.add(trace.output(i));
    }
    reached = nodes.behind(ends, Differentiation::differentiated);
  }

  /** Returns whether a derivative can flow from the output back to a trained weight. */
  public boolean reaches(WeightSpec weight) {
    return reached.contains(trace.read(weight));
  }

  /** The inputs of an operation that its derivative leads to. */
  private static List<String> differentiated(NodeDef node) {
    boolean ends =
        Operations.NO_DERIVATIVE.contains(node.getOp())
            || (node.getOp().equals("Cast")
                && node.getAttrOrThrow("DstT").getType() != DataType.DT_FLOAT);
    if (ends) {
      return List.of();
    }
    List<String> inputs =
        node.getInputList().stream().filter(input -> !NodeInputs.isControl(input)).toList();
    // What selects has none.
    return node.getOp().startsWith("Select") && !inputs.isEmpty()
        ? inputs.subList(1, inputs.size())
        : inputs;
  }

  /** Returns the operation behind which a weight's derivative ends, nearest to the weight. */
  public Optional<NodeDef> blocker(WeightSpec weight) {
    return inOrder.stream()
        .filter(node -> Operations.NO_DERIVATIVE.contains(node.getOp()))
        .filter(node -> nodes.behind(List.of(node.getName())).contains(trace.read(weight)))
        .findFirst();
  }
}
