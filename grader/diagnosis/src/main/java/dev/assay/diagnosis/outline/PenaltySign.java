package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** Tells terms of a loss that cannot be above 0 from those that cannot be below. */
final class PenaltySign {
  private static final Set<String> NEVER_NEGATIVE =
      Set.of("Square", "L2Loss", "Abs", "Relu", "Softplus", "Exp", "SquaredDifference", "Sqrt");

  private static final Set<String> KEEP =
      Set.of("Identity", "Mean", "Sum", "Max", "Min", "Reshape", "Squeeze", "ExpandDims", "Cast");

  private static final int DEEPEST = 60;

  private final GraphNodes nodes;
  private final Map<String, Integer> known = new HashMap<>();

  PenaltySign(GraphNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Returns 1 for a value that is at least 0 whatever the weights are, -1 for one that is at most
   * 0, and 0 where neither is known. Bounded functions count as not known: a reward that ends
   * somewhere can be meant.
   */
  int of(String input) {
    return of(input, 0);
  }

  private int of(String input, int depth) {
    String name = NodeInputs.node(input);
    Integer before = known.get(name);
    if (before == null && depth <= DEEPEST) {
      before = find(name, depth);
      known.put(name, before);
    }
    return before == null ? 0 : before;
  }

  private int find(String name, int depth) {
    NodeDef node = nodes.get(name);
    if (node == null) {
      return 0;
    }
    String op = node.getOp();
    if (NEVER_NEGATIVE.contains(op)) {
      return 1;
    }
    Optional<double[]> constant = ConstantValues.of(nodes, name);
    if (constant.isPresent()) {
      return ofConstant(constant.get());
    } else if (node.getInputCount() == 0) {
      return 0;
    }
    int first = of(node.getInput(0), depth + 1);
    if (KEEP.contains(op)) {
      return first;
    } else if (op.equals("Neg")) {
      return -first;
    } else if (node.getInputCount() < 2) {
      return 0;
    }
    int second = of(node.getInput(1), depth + 1);
    return switch (op) {
      case "Mul" -> node.getInput(0).equals(node.getInput(1)) ? 1 : first * second;
      case "Div", "RealDiv" -> first * second;
      case "Add", "AddV2" -> first == second ? first : 0;
      case "Sub" -> isZero(node.getInput(0)) ? -second : first == -second ? first : 0;
      default -> 0;
    };
  }

  private boolean isZero(String input) {
    return ConstantValues.scalar(nodes, input).filter(value -> value == 0).isPresent();
  }

  private static int ofConstant(double[] values) {
    boolean positive = true;
    boolean negative = true;
    for (double value : values) {
      positive &= value >= 0;
      negative &= value <= 0;
    }
    return positive == negative ? 0 : positive ? 1 : -1;
  }
}
