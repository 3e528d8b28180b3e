package dev.assay.run.inspection.graphs;

import dev.assay.findings.Finding;
import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import java.io.IOException;
import java.util.ArrayList;
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
    List<Finding> violations,
    List<String> lastOperations,
    long builtIn) {
  private static final Set<String> DIVISIONS = Set.of("Div", "RealDiv");

  private static final int MAX_IDENTITIES = 100;

  /**
   * Reads and inspects a stored graph; needs no native library.
   *
   * @param built what the builder said beside it
   * @throws IOException when the file is missing, too large or not a GraphDef
   */
  public static GraphFacts of(StoredModel stored, BuiltModel built) throws IOException {
    List<String> outputs = new ArrayList<>();
    List<String> others = new ArrayList<>(List.of(built.manifest().serving().output()));
    for (Manifest member : built.trained()) {
      Trace serving = member.serving();
      others.addAll(serving.penalties());
      List<OutputSpec> heads = member.heads().outputs();
      for (int i = 0; i < heads.size(); i++) {
        outputs.add(serving.output(i));
        if (heads.get(i).target() != null) {
          others.add(serving.target(i));
        }
      }
    }
    GraphDef graph = stored.graphDef();
    return of(
        graph,
        GraphInspection.inspect(graph, built),
        outputs,
        others,
        GraphInspection.builtIn(graph, built));
  }

  /**
   * Gathers the facts of a graph.
   *
   * @param violations what was found in it
   * @param outputs names of the operations of the serving outputs of what is trained
   * @param others names of what else evaluation computes: an ensemble's output, targets, penalties
   * @param builtIn bytes of the numbers in it that no training gave it
   */
  static GraphFacts of(
      GraphDef graph,
      List<Finding> violations,
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
        return isSoftmax(nodes, node) ? "Softmax" : node.getOp();
      }
      node = nodes.get(NodeInputs.node(node.getInput(0)));
    }
    return "";
  }

  /** Recognises a softmax that was written by hand: exponentials divided by their sum. */
  private static boolean isSoftmax(GraphNodes nodes, NodeDef node) {
    return DIVISIONS.contains(node.getOp())
        && operation(nodes, node, 0).equals("Exp")
        && operation(nodes, node, 1).equals("Sum");
  }

  private static String operation(GraphNodes nodes, NodeDef node, int input) {
    NodeDef found =
        input < node.getInputCount() ? nodes.get(NodeInputs.node(node.getInput(input))) : null;
    return found == null ? "" : found.getOp();
  }
}
