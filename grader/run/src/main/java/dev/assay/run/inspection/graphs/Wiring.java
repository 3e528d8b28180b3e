package dev.assay.run.inspection.graphs;

import dev.assay.findings.FindingCode;
import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tensorflow.proto.NodeDef;

/** Inputs must be outputs of operations that are there, and lead nowhere in a circle. */
final class Wiring {
  private static final Pattern INPUT = Pattern.compile("\\^[^:^]+|[^:^]+(:\\d{1,4})?");

  private final GraphNodes operations;
  private final Violations violations;

  Wiring(GraphNodes operations, Violations violations) {
    this.operations = operations;
    this.violations = violations;
  }

  void check() {
    for (NodeDef node : operations.all()) {
      for (String input : node.getInputList()) {
        if (!INPUT.matcher(input).matches() || !operations.has(NodeInputs.node(input))) {
          violations.add(
              FindingCode.UNKNOWN_INPUT,
              "operation",
              Violations.show(node.getName()),
              "input",
              Violations.show(input));
        }
      }
    }
    checkCircles();
  }

  /** Removes what waits for nothing until all is removed, or only what waits for itself is left. */
  private void checkCircles() {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, List<String>> users = operations.users();
    Deque<String> ready = new ArrayDeque<>();
    for (NodeDef node : operations.all()) {
      int inputs =
          (int) node.getInputList().stream().map(NodeInputs::node).filter(operations::has).count();
      if (inputs == 0) {
        ready.add(node.getName());
      } else {
        waiting.put(node.getName(), inputs);
      }
    }
    while (!ready.isEmpty()) {
      for (String user : users.getOrDefault(ready.remove(), List.of())) {
        if (waiting.merge(user, -1, Integer::sum) == 0) {
          waiting.remove(user);
          ready.add(user);
        }
      }
    }
    report(new TreeSet<>(waiting.keySet()));
  }

  private void report(Set<String> circle) {
    if (!circle.isEmpty()) {
      violations.add(
          FindingCode.CYCLE,
          "operations",
          circle.size(),
          "operation",
          Violations.show(circle.iterator().next()));
    }
  }
}
