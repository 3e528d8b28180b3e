package dev.assay.keras.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Who looks at the values in a graph. */
final class Readers {
  private final Map<String, List<String>> inputs = new HashMap<>();
  private final Map<String, List<String>> consumers = new HashMap<>();

  Readers(GraphDef graph) {
    for (NodeDef node : graph.getNodeList()) {
      List<String> producers = node.getInputList().stream().map(Nodes::producer).toList();
      inputs.put(node.getName(), producers);
      for (String producer : producers) {
        consumers.computeIfAbsent(producer, key -> new ArrayList<>()).add(node.getName());
      }
    }
  }

  /**
   * The nodes that use a value and that another one does not wait for anyhow.
   *
   * <p>The fewer the better: a node that something waits for is not fused with its neighbours.
   *
   * @param last the node that is to be the last
   * @param value the node whose value they use
   */
  List<String> beside(String last, String value) {
    Set<String> before = before(last);
    return consumers.getOrDefault(value, List.of()).stream()
        .filter(user -> !before.contains(user))
        .distinct()
        .toList();
  }

  private Set<String> before(String node) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (found.add(name)) {
        open.addAll(inputs.getOrDefault(name, List.of()));
      }
    }
    return found;
  }
}
