package dev.assay.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * What an inspector asks of a GraphDef, without TensorFlow's types.
 *
 * @param operations the types of its operations
 * @param nodes how many operations
 * @param functions how many functions it carries
 * @param lastOperations for each output of the serving graph the type of the operation that makes
 *     it, such as "Softmax"; empty when there is no such output
 */
public record GraphFacts(
    Set<String> operations, int nodes, int functions, List<String> lastOperations) {
  static GraphFacts of(GraphDef graph, List<String> outputs) {
    Set<String> operations = new TreeSet<>();
    Map<String, NodeDef> byName = new HashMap<>();
    for (NodeDef node : graph.getNodeList()) {
      operations.add(node.getOp());
      byName.put(node.getName(), node);
    }
    return new GraphFacts(
        operations,
        graph.getNodeCount(),
        graph.getLibrary().getFunctionCount(),
        outputs.stream().map(output -> source(byName, output)).toList());
  }

  /** Looks behind the identities that only name their input. */
  private static String source(Map<String, NodeDef> byName, String output) {
    NodeDef node = byName.get(output);
    for (int hops = 0; node != null && hops < byName.size(); hops++) {
      if (!node.getOp().equals("Identity") || node.getInputCount() == 0) {
        return node.getOp();
      }
      node = byName.get(node.getInput(0).replaceFirst(":\\d+$", ""));
    }
    return "";
  }
}
