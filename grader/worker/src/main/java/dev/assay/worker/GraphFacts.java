package dev.assay.worker;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.worker.inspection.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    graph.getNodeList().forEach(node -> operations.add(node.getOp()));
    GraphNodes nodes = GraphNodes.of(graph);
    return new GraphFacts(
        operations,
        reached(nodes, outputs, others),
        graph.getNodeCount(),
        violations,
        outputs.stream().map(output -> source(nodes, output)).toList(),
        builtIn);
  }

  private static Set<String> reached(GraphNodes nodes, List<String> outputs, List<String> others) {
    List<String> ends =
        Stream.concat(outputs.stream(), others.stream()).map(NodeInputs::node).toList();
    return nodes.behind(ends).stream()
        .map(nodes::get)
        .filter(Objects::nonNull)
        .map(NodeDef::getOp)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Looks behind the identities that only name their input, of which there are few. */
  private static String source(GraphNodes nodes, String output) {
    NodeDef node = nodes.get(output);
    for (int hops = 0; node != null && hops < MAX_IDENTITIES; hops++) {
      if (!node.getOp().equals("Identity") || node.getInputCount() == 0) {
        return node.getOp();
      }
      node = nodes.get(NodeInputs.node(node.getInput(0)));
    }
    return "";
  }
}
