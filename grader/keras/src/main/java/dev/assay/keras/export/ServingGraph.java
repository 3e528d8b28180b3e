package dev.assay.keras.export;

import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.WeightSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** The part of a model's graph that prediction needs: no dropout, no penalties, no gradients. */
final class ServingGraph {
  private ServingGraph() {}

  /** The nodes behind the serving output, and all weights, in their order. */
  static GraphDef of(ModelGraph model) {
    Map<String, NodeDef> byName = new HashMap<>();
    model.graphDef().getNodeList().forEach(node -> byName.put(node.getName(), node));
    Deque<String> open = new ArrayDeque<>();
    open.add(model.manifest().serving().output());
    for (WeightSpec weight : model.manifest().weights()) {
      open.add(WeightSpec.HANDLES + weight.name());
    }
    Set<String> kept = new HashSet<>();
    while (!open.isEmpty()) {
      NodeDef node = byName.get(open.remove());
      if (node != null && kept.add(node.getName())) {
        node.getInputList().forEach(input -> open.add(nodeOf(input)));
      }
    }
    GraphDef.Builder graph = model.graphDef().toBuilder().clearNode();
    model.graphDef().getNodeList().stream()
        .filter(node -> kept.contains(node.getName()))
        .forEach(graph::addNode);
    return graph.build();
  }

  /** Of an input such as "x", "x:1" or, where only the order matters, "^x". */
  private static String nodeOf(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.lastIndexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
