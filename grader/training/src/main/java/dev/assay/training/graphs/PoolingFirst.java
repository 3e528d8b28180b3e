package dev.assay.training.graphs;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Pools before ReLU where a model has it the other way round: four times less to do for windows of
 * 2x2.
 *
 * <p>Both give the same: ReLU keeps the order of values. Their gradients are the same too: of a
 * window whose largest value is positive it goes to that value, of others nowhere.
 */
public final class PoolingFirst {
  private PoolingFirst() {}

  /** The graph with ReLUs moved that nothing but a max pooling looks at. */
  public static GraphDef rewrite(GraphDef graph, Manifest manifest) {
    return rewrite(
        graph,
        Stream.of(manifest.serving(), manifest.training())
            .flatMap(PoolingFirst::named)
            .collect(Collectors.toSet()));
  }

  /**
   * Rewrites a graph without a model.
   *
   * @param fixed names of nodes that stay what they are
   */
  public static GraphDef rewrite(GraphDef graph, Set<String> fixed) {
    Map<String, List<String>> users = GraphNodes.of(graph).users();
    Map<String, NodeDef> relus = new HashMap<>();
    for (NodeDef node : graph.getNodeList()) {
      String name = node.getName();
      boolean isUsedOnce = users.getOrDefault(name, List.of()).size() == 1;
      if (node.getOp().equals("Relu") && isUsedOnce && !fixed.contains(name)) {
        relus.put(name, node);
      }
    }
    Map<String, NodeDef> moved = new HashMap<>();
    for (NodeDef pool : graph.getNodeList()) {
      boolean pools = pool.getOp().equals("MaxPool") && pool.getInputCount() > 0;
      NodeDef relu = pools ? relus.get(pool.getInput(0)) : null;
      if (relu != null) {
        moved.put(relu.getName(), swapped(relu, pool));
        moved.put(pool.getName(), swapped(pool, relu));
      }
    }
    GraphDef.Builder result = graph.toBuilder().clearNode();
    graph.getNodeList().forEach(node -> result.addNode(moved.getOrDefault(node.getName(), node)));
    return result.build();
  }

  /** The one's operation in the other's place, with its name and inputs. */
  private static NodeDef swapped(NodeDef place, NodeDef operation) {
    return operation.toBuilder()
        .setName(place.getName())
        .clearInput()
        .addAllInput(place.getInputList())
        .build();
  }

  /** The nodes that a manifest names. */
  private static Stream<String> named(Trace trace) {
    return Stream.of(
            trace.penalties().stream(),
            trace.adaptations().stream().map(Adaptation::tensor),
            trace.updates().stream().map(Trace.Update::tensor))
        .flatMap(names -> names);
  }
}
