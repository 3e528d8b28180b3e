package dev.assay.worker.inspection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** A graph's operations by name. */
record Operations(Map<String, NodeDef> byName) {
  private static final int MAX_NAME = 512;

  /** TensorFlow's own rule. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\\\/>-]*");

  static Operations of(GraphDef graph, Violations violations) {
    Map<String, NodeDef> byName = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (NodeDef node : graph.getNodeList()) {
      String name = node.getName();
      if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
        violations.add(
            "OPERATION_NAME",
            "Name layers and weights with letters, digits and underscores.",
            String.format(
                Locale.ROOT,
                "The graph has an operation with the name \"%s\" of %,d characters; up to %d"
                    + " letters, digits and _./>- are allowed.",
                Violations.show(name),
                name.length(),
                MAX_NAME));
      }
      if (byName.putIfAbsent(name, node) != null && twice.add(name)) {
        violations.add(
            "DUPLICATE_OPERATION",
            "Leave writing the graph to Assay.",
            "The graph has several operations with the name %s.".formatted(Violations.show(name)));
      }
    }
    return new Operations(byName);
  }

  @Nullable NodeDef get(String name) {
    return byName.get(name);
  }

  Collection<NodeDef> all() {
    return byName.values();
  }

  /** The operation's name in that of a tensor, "a:1", or of a control input, "^a". */
  static String operation(String input) {
    String name = isControl(input) ? input.substring(1) : input;
    int colon = name.lastIndexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** Whether it only says what runs before. */
  static boolean isControl(String input) {
    return input.startsWith("^");
  }
}
