package dev.assay.run.inspection.graphs;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.graphs.GraphNodes;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import java.util.List;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Compares a GraphDef with what a model may be, and with what its manifest says of it.
 *
 * <p>All operations are held to the rules, also those that neither output depends on: these are
 * loaded, though never run. Which types of operations are allowed is the grader's list.
 */
public final class GraphInspection {
  /** The most inputs that all operations have together; a sum may take many, most take two. */
  static final int MAX_INPUTS = 5 * StoredModel.MAX_OPERATIONS;

  private GraphInspection() {}

  /** What is wrong; none where all is well. */
  public static List<Finding> inspect(GraphDef graph, BuiltModel model) {
    Violations violations = new Violations();
    checkLibrary(graph.getLibrary(), violations);
    long inputs = graph.getNodeList().stream().mapToLong(NodeDef::getInputCount).sum();
    if (inputs > MAX_INPUTS) {
      violations.add(FindingCode.TOO_MANY_INPUTS, "inputs", inputs, "limit", MAX_INPUTS);
      return violations.all();
    }
    OperationNames.check(graph, violations);
    GraphNodes operations = GraphNodes.of(graph);
    new Wiring(operations, violations).check();
    Attributes attributes = new Attributes(violations);
    Constants constants = new Constants(violations);
    graph
        .getNodeList()
        .forEach(
            node -> {
              attributes.check(node);
              constants.check(node);
            });
    constants.checkTotal();
    new Declarations(operations, model, violations).check();
    return violations.all();
  }

  /**
   * The bytes of the numbers that a model brings along and that no training gave it, after deflate:
   * constants, attributes, initial values that nothing drew, numbers of the plan.
   */
  public static long builtIn(GraphDef graph, BuiltModel model) {
    return BuiltInNumbers.bytes(graph, model);
  }

  /** Functions would run what no list of a graph's operations shows. */
  private static void checkLibrary(FunctionDefLibrary library, Violations violations) {
    int functions =
        library.getFunctionCount()
            + library.getGradientCount()
            + library.getRegisteredGradientsCount();
    if (functions > 0) {
      violations.add(FindingCode.FUNCTIONS, "functions", functions);
    }
  }
}
