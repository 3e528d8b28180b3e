package dev.assay.worker;

import dev.assay.worker.inspection.Violation;
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
 * @param serving the types of those that evaluation and prediction run: what the serving outputs,
 *     targets and penalties depend on
 * @param nodes how many operations
 * @param violations what breaks the rules for all graphs
 * @param lastOperations for each output of each model that is trained, an ensemble's members one
 *     after the other, the type of the operation that makes it when serving, such as "Softmax";
 *     empty when there is no such output
 * @param builtIn bytes of the numbers that the model brings along and that no training gave it,
 *     after deflate
 */
public record GraphFacts(
    Set<String> operations,
    Set<String> serving,
    int nodes,
    List<Violation> violations,
    List<String> lastOperations,
    long builtIn) {
  private static final int MAX_IDENTITIES = 100;

  /**
   * Reads a graph.
   *
   * @param violations what was found in it
   * @param outputs names of the operations of the serving outputs of what is trained
   * @param others names of what else evaluation computes: an ensemble's output, targets, penalties
   * @param builtIn bytes of the numbers in it that no training gave it
   */
  static GraphFacts of(
      GraphDef graph,
      List<Violation> violations,
      List<String> outputs,
      List<String> others,
      long builtIn) {
    Set<String> operations = new TreeSet<>();
    Map<String, NodeDef> byName = new HashMap<>();
    for (NodeDef node : graph.getNodeList()) {
      operations.add(node.getOp());
      byName.put(node.getName(), node);
    }
    return new GraphFacts(
        operations,
        reached(byName, outputs, others),
        graph.getNodeCount(),
        violations,
        outputs.stream().map(output -> source(byName, output)).toList(),
        builtIn);
  }

  private static Set<String> reached(
      Map<String, NodeDef> byName, List<String> outputs, List<String> others) {
    Set<String> operations = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs);
    open.addAll(others);
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

  /** Looks behind the identities that only name their input, of which there are few. */
  private static String source(Map<String, NodeDef> byName, String output) {
    NodeDef node = byName.get(output);
    for (int hops = 0; node != null && hops < MAX_IDENTITIES; hops++) {
      if (!node.getOp().equals("Identity") || node.getInputCount() == 0) {
        return node.getOp();
      }
      node = byName.get(operation(node.getInput(0)));
    }
    return "";
  }
}
