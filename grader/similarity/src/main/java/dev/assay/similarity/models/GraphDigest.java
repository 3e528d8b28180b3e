package dev.assay.similarity.models;

import dev.assay.keras.graphs.NodeInputs;
import dev.assay.similarity.choices.Digest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Makes a digest of a graph: of its operations, their attributes and what they are connected to,
 * whatever the nodes are called and in whatever order they are stored.
 */
final class GraphDigest {
  /** Attributes that are names or were drawn. */
  private static final Set<String> IGNORED =
      Set.of("shared_name", "container", "_class", "debug_name", "seed", "seed2", "_output_shapes");

  private final Map<String, NodeDef> nodes = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  private GraphDigest(GraphDef graph) {
    graph.getNodeList().forEach(node -> nodes.putIfAbsent(node.getName(), node));
  }

  /** The digest; equal for graphs that differ only in names and order. */
  static String of(GraphDef graph) {
    GraphDigest digest = new GraphDigest(graph);
    digest.nodes.keySet().forEach(digest::visit);
    List<String> all = new ArrayList<>(digest.digests.values());
    all.sort(null);
    return Digest.of(String.join(",", all));
  }

  /** Goes to the inputs first, without recursion; on a circle a node's inputs are unknown. */
  private void visit(String start) {
    Deque<String> path = new ArrayDeque<>(List.of(start));
    Map<String, Boolean> open = new HashMap<>();
    while (!path.isEmpty()) {
      String name = path.element();
      NodeDef node = nodes.get(name);
      if (digests.containsKey(name) || node == null) {
        path.pop();
      } else if (open.put(name, true) == null) {
        node.getInputList().stream()
            .map(NodeInputs::node)
            .filter(input -> !digests.containsKey(input) && !open.containsKey(input))
            .forEach(path::push);
      } else {
        digests.put(name, digest(node));
        path.pop();
      }
    }
  }

  private String digest(NodeDef node) {
    List<String> values = new ArrayList<>();
    List<String> waits = new ArrayList<>();
    for (String input : node.getInputList()) {
      String from = digests.getOrDefault(NodeInputs.node(input), "?");
      String output = NodeInputs.renamed(input, name -> from);
      (NodeInputs.isControl(input) ? waits : values).add(output);
    }
    waits.sort(null);
    Map<String, String> attributes = new TreeMap<>();
    node.getAttrMap()
        .forEach(
            (name, value) -> {
              if (!IGNORED.contains(name)) {
                attributes.put(name, text(value));
              }
            });
    return Digest.of(node.getOp() + attributes + values + waits);
  }

  private static String text(AttrValue value) {
    return value.hasFunc() ? "function" : value.toString();
  }
}
