package dev.assay.run.inspection.graphs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Checks that a graph's operations have names that TensorFlow takes, each its own. */
final class OperationNames {
  private static final int MAX_NAME = 512;

  /** TensorFlow's own rule. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\\\/>-]*");

  private OperationNames() {}

  static void check(GraphDef graph, Violations violations) {
    Set<String> names = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (NodeDef node : graph.getNodeList()) {
      String name = node.getName();
      if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
        violations.add(
            "OPERATION_NAME",
            String.format(
                Locale.ROOT,
                "The graph has an operation with the name \"%s\" of %,d characters; up to %d"
                    + " letters, digits and _./>- are allowed.",
                Violations.show(name),
                name.length(),
                MAX_NAME),
            "Name layers and weights with letters, digits and underscores.");
      }
      if (!names.add(name) && twice.add(name)) {
        violations.add(
            "DUPLICATE_OPERATION",
            "The graph has several operations with the name %s.".formatted(Violations.show(name)),
            "Leave writing the graph to Assay.");
      }
    }
  }
}
