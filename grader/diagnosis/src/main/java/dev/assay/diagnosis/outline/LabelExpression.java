package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.manifest.Trace;
import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/**
 * What a model computes of an example's label, as long as that is a matter of single numbers: a
 * target, or the example's weight.
 *
 * @param nodes of the graph
 * @param labels the operation that holds the labels
 * @param end the operation that is computed
 */
public record LabelExpression(GraphNodes nodes, String labels, String end) {
  private static final int DEEPEST = 60;

  /** Returns what the first output is compared with; empty where that is the label itself. */
  public static Optional<LabelExpression> target(ModelOutline outline) {
    return outline.manifest().heads().outputs().get(0).target() == null
        ? Optional.empty()
        : of(outline, outline.training().trace().target(0));
  }

  /** Returns what the examples' weights are computed by; empty where they have none. */
  public static Optional<LabelExpression> weight(ModelOutline outline) {
    return outline.manifest().heads().sampleWeights()
        ? of(outline, outline.training().trace().sampleWeights())
        : Optional.empty();
  }

  private static Optional<LabelExpression> of(ModelOutline outline, String end) {
    Trace trace = outline.training().trace();
    return Optional.of(new LabelExpression(outline.training().nodes(), trace.labels(), end));
  }

  /**
   * Computes the value for a label.
   *
   * @return empty where it also depends on something else, or on an operation that is not known
   *     here
   */
  public Optional<Double> at(double label) {
    return value(end, label, 0);
  }

  private Optional<Double> value(String input, double label, int depth) {
    String name = NodeInputs.node(input);
    NodeDef node = nodes.get(name);
    if (name.equals(labels)) {
      return Optional.of(label);
    } else if (node == null || depth > DEEPEST || node.getInputCount() == 0) {
      return ConstantValues.scalar(nodes, input);
    }
    String op = node.getOp();
    if (op.startsWith("Gather")) {
      return entry(node, label, depth);
    } else if (op.startsWith("Select") && node.getInputCount() == 3) {
      return value(node.getInput(0), label, depth + 1)
          .flatMap(choice -> value(node.getInput(choice != 0 ? 1 : 2), label, depth + 1));
    }
    Optional<Double> first = value(node.getInput(0), label, depth + 1);
    Optional<Double> alone = first.flatMap(x -> of(op, x));
    if (alone.isPresent() || first.isEmpty() || node.getInputCount() < 2) {
      return alone;
    }
    return value(node.getInput(1), label, depth + 1).flatMap(y -> of(op, first.get(), y));
  }

  /** Looks a value up in a constant table. */
  private Optional<Double> entry(NodeDef gather, double label, int depth) {
    Optional<double[]> table = ConstantValues.of(nodes, gather.getInput(0));
    return value(gather.getInput(1), label, depth + 1)
        .filter(at -> table.isPresent() && at >= 0 && at < table.get().length)
        .map(at -> table.orElseThrow()[(int) (double) at]);
  }

  private static Optional<Double> of(String op, double x) {
    return switch (op) {
      case "Identity", "Cast", "Reshape", "Squeeze", "ExpandDims", "StopGradient" -> Optional.of(x);
      case "Neg" -> Optional.of(-x);
      case "Log" -> Optional.of(Math.log(x));
      case "Log1p" -> Optional.of(Math.log1p(x));
      case "Exp" -> Optional.of(Math.exp(x));
      case "Expm1" -> Optional.of(Math.expm1(x));
      case "Sqrt" -> Optional.of(Math.sqrt(x));
      case "Square" -> Optional.of(x * x);
      case "Abs" -> Optional.of(Math.abs(x));
      case "Inv", "Reciprocal" -> Optional.of(1 / x);
      case "Sign" -> Optional.of(Math.signum(x));
      case "Round", "Rint" -> Optional.of(Math.rint(x));
      case "Floor" -> Optional.of(Math.floor(x));
      case "Ceil" -> Optional.of(Math.ceil(x));
      case "Tanh" -> Optional.of(Math.tanh(x));
      case "Sigmoid" -> Optional.of(1 / (1 + Math.exp(-x)));
      case "Relu" -> Optional.of(Math.max(0, x));
      case "LogicalNot" -> Optional.of(x == 0 ? 1.0 : 0.0);
      case "OnesLike" -> Optional.of(1.0);
      case "ZerosLike" -> Optional.of(0.0);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> of(String op, double x, double y) {
    return switch (op) {
      case "Add", "AddV2" -> Optional.of(x + y);
      case "Sub" -> Optional.of(x - y);
      case "Mul" -> Optional.of(x * y);
      case "Div", "RealDiv" -> Optional.of(x / y);
      case "FloorDiv" -> Optional.of(Math.floor(x / y));
      case "FloorMod" -> Optional.of(x - y * Math.floor(x / y));
      case "Pow" -> Optional.of(Math.pow(x, y));
      case "Minimum" -> Optional.of(Math.min(x, y));
      case "Maximum" -> Optional.of(Math.max(x, y));
      case "SquaredDifference" -> Optional.of((x - y) * (x - y));
      case "Equal" -> Optional.of(x == y ? 1.0 : 0.0);
      case "NotEqual" -> Optional.of(x != y ? 1.0 : 0.0);
      case "Greater" -> Optional.of(x > y ? 1.0 : 0.0);
      case "GreaterEqual" -> Optional.of(x >= y ? 1.0 : 0.0);
      case "Less" -> Optional.of(x < y ? 1.0 : 0.0);
      case "LessEqual" -> Optional.of(x <= y ? 1.0 : 0.0);
      default -> Optional.empty();
    };
  }
}
