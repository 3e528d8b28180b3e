package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.NodeInputs;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * What values the operations of a path can have, as far as constants and bounded functions tell.
 */
public final class ValueRanges {
  private static final ValueRange SYMMETRIC = new ValueRange(-1, 1);

  private static final ValueRange ZERO = new ValueRange(0, 0);

  /** Give values that lie between those they take. */
  private static final Set<String> KEEPING = Set.of("AvgPool", "MaxPool", "Mean", "Max", "Min");

  private final DataPath path;
  private final Map<String, ValueRange> ranges = new HashMap<>();

  private ValueRanges(DataPath path) {
    this.path = path;
  }

  /**
   * Follows values from the features to the output.
   *
   * @param features what values these have
   */
  public static ValueRanges of(DataPath path, ValueRange features) {
    ValueRanges all = new ValueRanges(path);
    for (NodeDef node : path.operations()) {
      boolean first = path.dataInputs(node).isEmpty();
      all.ranges.put(node.getName(), first ? features : all.computed(node));
    }
    return all;
  }

  /** Returns what values an operation can give. */
  public ValueRange of(NodeDef node) {
    return ranges.getOrDefault(node.getName(), ValueRange.ANY);
  }

  private ValueRange computed(NodeDef node) {
    return switch (node.getOp()) {
      case "Add", "AddV2", "BiasAdd" -> input(node, 0).plus(input(node, 1));
      case "Sub" -> isSame(node) ? ZERO : input(node, 0).plus(input(node, 1).negated());
      case "Mul" -> isSame(node) ? square(input(node, 0)) : input(node, 0).times(input(node, 1));
      case "Div", "RealDiv" -> input(node, 0).times(input(node, 1).inverted());
      case "Neg" -> input(node, 0).negated();
      case "Abs" -> input(node, 0).size();
      case "Square" -> square(input(node, 0));
      case "Maximum" -> input(node, 0).atLeast(input(node, 1));
      case "Minimum" -> input(node, 0).atMost(input(node, 1));
      case "ClipByValue" -> input(node, 0).atLeast(input(node, 1)).atMost(input(node, 2));
      case "Relu" -> input(node, 0).atLeast(ZERO);
      case "Relu6" -> input(node, 0).atLeast(ZERO).atMost(new ValueRange(6, 6));
      case "Sigmoid", "Softmax" -> ValueRange.UNIT;
      case "Tanh", "Softsign" -> SYMMETRIC;
      case "Greater", "GreaterEqual" -> input(node, 0).isAbove(input(node, 1));
      case "Less", "LessEqual" -> input(node, 1).isAbove(input(node, 0));
      case "ZerosLike" -> ZERO;
      case "Pad" -> input(node, 0).union(ZERO);
      case "ConcatV2" -> joined(node, 0, node.getInputCount() - 1);
      case "Concat" -> joined(node, 1, node.getInputCount());
      default ->
          KEEPING.contains(node.getOp()) || (path.isMove(node) && !node.getOp().contains("Pad"))
              ? input(node, 0)
              : ValueRange.ANY;
    };
  }

  private static ValueRange square(ValueRange range) {
    ValueRange size = range.size();
    return new ValueRange(size.low() * size.low(), size.high() * size.high());
  }

  private ValueRange joined(NodeDef node, int from, int to) {
    ValueRange all = input(node, from);
    for (int i = from + 1; i < to; i++) {
      all = all.union(input(node, i));
    }
    return all;
  }

  /** Returns whether the two inputs of an operation are the same value of the path. */
  private boolean isSame(NodeDef node) {
    return ranges.containsKey(NodeInputs.node(node.getInput(0))) && path.takesTheSameTwice(node);
  }

  /** The values of an input: the path's, those of a constant, or any. */
  private ValueRange input(NodeDef node, int input) {
    ValueRange known =
        input < node.getInputCount() ? ranges.get(NodeInputs.node(node.getInput(input))) : null;
    return known != null
        ? known
        : path.constant(node, input).map(ValueRange::of).orElse(ValueRange.ANY);
  }
}
