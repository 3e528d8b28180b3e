package dev.assay.run.inspection.graphs;

import dev.assay.findings.FindingCode;
import java.util.HashSet;
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
            FindingCode.OPERATION_NAME,
            "name",
            Violations.show(name),
            "length",
            name.length(),
            "limit",
            MAX_NAME);
      }
      if (!names.add(name) && twice.add(name)) {
        violations.add(FindingCode.DUPLICATE_OPERATION, "name", Violations.show(name));
      }
    }
  }
}
