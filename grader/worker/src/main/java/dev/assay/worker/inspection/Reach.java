package dev.assay.worker.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** What an operation's values depend on; what only gives a shape or an order does not count. */
final class Reach {
  private static final Set<String> SHAPES_ONLY =
      Set.of("Shape", "ShapeN", "Size", "Rank", "VariableShape", "ZerosLike", "OnesLike");

  private Reach() {}

  /** The names of all operations behind one, itself included. */
  static Set<String> behind(Operations operations, String name) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(name));
    while (!open.isEmpty()) {
      String next = open.remove();
      NodeDef node = operations.get(next);
      if (node != null && seen.add(next) && !SHAPES_ONLY.contains(node.getOp())) {
        node.getInputList().stream()
            .filter(input -> !Operations.isControl(input))
            .map(Operations::operation)
            .forEach(open::add);
      }
    }
    return seen;
  }
}
