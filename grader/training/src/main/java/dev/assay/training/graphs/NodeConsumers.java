package dev.assay.training.graphs;

import dev.assay.keras.graphs.GraphNodes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;

/** The consumers of the values in a graph. */
public final class NodeConsumers {
  private final GraphNodes nodes;
  private final Map<String, List<String>> users;

  public NodeConsumers(GraphDef graph) {
    nodes = GraphNodes.of(graph);
    users = nodes.users();
  }

  /**
   * The nodes that use a value and that another one does not wait for anyhow.
   *
   * <p>The fewer the better: a node that something waits for is not fused with its neighbours.
   *
   * @param last the node that is to be the last
   * @param value the node whose value they use
   */
  public List<String> beside(String last, String value) {
    Set<String> before = nodes.behind(List.of(last));
    return users.getOrDefault(value, List.of()).stream()
        .filter(user -> !before.contains(user))
        .distinct()
        .toList();
  }
}
