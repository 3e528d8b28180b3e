package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * Tells which operations of a graph always give the same value: they do the same to the same, as
 * two calls of one layer on one input do.
 */
final class EqualValues {
  /** Give another value each time, or one from outside. */
  private static final List<String> OWN =
      List.of("Random", "Stateless", "Multinomial", "Placeholder", "Var");

  /** What is found so deep is taken to be equal to nothing else. */
  private static final int DEEPEST = 200;

  private static final Set<String> PASS = Set.of("Identity", "Snapshot");

  private final GraphNodes nodes;
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<List<Object>, Integer> numbers = new HashMap<>();

  EqualValues(GraphNodes nodes) {
    this.nodes = nodes;
  }

  /** Returns whether two inputs, as operations name them, always have the same value. */
  boolean areEqual(String first, String second) {
    return first.equals(second) || number(first, 0) == number(second, 0);
  }

  private int number(String input, int depth) {
    Integer before = known.get(input);
    if (before == null) {
      before = find(input, depth);
      known.put(input, before);
    }
    return before;
  }

  private int find(String input, int depth) {
    NodeDef node = nodes.get(NodeInputs.node(input));
    if (node == null
        || depth > DEEPEST
        || OWN.stream().anyMatch(start -> node.getOp().startsWith(start))) {
      return numbers.computeIfAbsent(List.of(input), key -> numbers.size());
    }
    if (PASS.contains(node.getOp())) {
      return number(node.getInput(0), depth + 1);
    }
    List<Object> key = new ArrayList<>();
    key.add(node.getOp());
    key.add(node.getAttrMap());
    key.add(input.contains(":") ? input.substring(input.indexOf(':')) : "");
    for (String each : node.getInputList()) {
      if (!NodeInputs.isControl(each)) {
        key.add(number(each, depth + 1));
      }
    }
    Integer number = numbers.get(key);
    if (number == null) {
      number = numbers.size();
      numbers.put(key, number);
    }
    return number;
  }
}
