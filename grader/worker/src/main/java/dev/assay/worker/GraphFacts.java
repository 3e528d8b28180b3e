package dev.assay.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 * @param serving the types of those that evaluation and prediction run: what the serving output and
 *     penalties depend on
 * @param nodes how many operations
 * @param functions how many functions it carries
 * @param lastOperation the type of the operation that makes the serving output, such as "Softmax";
 *     empty when there is no such output
 */
public record GraphFacts(
    Set<String> operations, Set<String> serving, int nodes, int functions, String lastOperation) {
  /**
   * Reads a graph.
   *
   * @param output the name of the operation of the serving output
   * @param penalties names of tensors that are added to the serving loss
   */
  static GraphFacts of(GraphDef graph, String output, List<String> penalties) {
    Set<String> operations = new TreeSet<>();
    Map<String, NodeDef> byName = new HashMap<>();
    for (NodeDef node : graph.getNodeList()) {
      operations.add(node.getOp());
      byName.put(node.getName(), node);
    }
    return new GraphFacts(
        operations,
        reached(byName, output, penalties),
        graph.getNodeCount(),
        graph.getLibrary().getFunctionCount(),
        source(byName, output));
  }

  private static Set<String> reached(
      Map<String, NodeDef> byName, String output, List<String> penalties) {
    Set<String> operations = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(penalties);
    open.add(output);
    while (!open.isEmpty()) {
      String name = operation(open.remove());
      NodeDef node = byName.get(name);
      if (node != null && seen.add(name)) {
        operations.add(node.getOp());
        open.addAll(node.getInputList());
      }
    }
    return operations;
  }

  /** The operation's name in that of a tensor, "a:1", or of a control input, "^a". */
  private static String operation(String input) {
    return input.replaceFirst("^\\^", "").replaceFirst(":\\d+$", "");
  }

  /** Looks behind the identities that only name their input. */
  private static String source(Map<String, NodeDef> byName, String output) {
    NodeDef node = byName.get(output);
    for (int hops = 0; node != null && hops < byName.size(); hops++) {
      if (!node.getOp().equals("Identity") || node.getInputCount() == 0) {
        return node.getOp();
      }
      node = byName.get(operation(node.getInput(0)));
    }
    return "";
  }
}
