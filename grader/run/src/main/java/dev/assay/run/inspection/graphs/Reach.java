package dev.assay.run.inspection.graphs;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** What an operation's values depend on; what only gives a shape or an order does not count. */
final class Reach {
  private static final Set<String> SHAPES_ONLY =
      Set.of("Shape", "ShapeN", "Size", "Rank", "VariableShape", "ZerosLike", "OnesLike");

  private Reach() {}

  /** Returns the names of all operations behind one, itself included, that the graph has. */
  static Set<String> behind(GraphNodes operations, String name) {
    Set<String> behind = operations.behind(Set.of(name), Reach::followed);
    behind.removeIf(operation -> !operations.has(operation));
    return behind;
  }

  private static List<String> followed(NodeDef node) {
    return SHAPES_ONLY.contains(node.getOp())
        ? List.of()
        : node.getInputList().stream().filter(input -> !NodeInputs.isControl(input)).toList();
  }
}
