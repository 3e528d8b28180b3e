package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/**
 * What layers draw at random, as dropout and augmentation do.
 *
 * @param path that they lie on
 * @param nodes of the graph
 */
public record LayerDraws(DataPath path, GraphNodes nodes) {
  /** Images are at least so many pixels high and wide. */
  private static final double LEAST_SIDE = 4;

  private static final Set<String> NORMAL =
      Set.of(
          "RandomStandardNormal",
          "TruncatedNormal",
          "StatelessRandomNormal",
          "StatelessRandomNormalV2");

  private static final int MOST_HOPS = 10;

  /** Returns the operations of a layer that draw random numbers. */
  public List<NodeDef> draws(String layer) {
    return path.ofLayer(layer).stream()
        .filter(node -> Operations.DRAWS.contains(node.getOp()))
        .toList();
  }

  /**
   * Returns the share of values that a layer drops: the constant that a draw is compared with.
   * Empty where it drops none.
   */
  public Optional<Double> dropped(String layer) {
    return path.ofLayer(layer).stream()
        .filter(node -> node.getOp().equals("GreaterEqual"))
        .flatMap(node -> ConstantValues.scalar(nodes, node.getInput(1)).stream())
        .filter(rate -> rate > 0 && rate < 1 && !draws(layer).isEmpty())
        .findFirst();
  }

  /**
   * Normal noise.
   *
   * @param deviation of it
   * @param values that it is added to
   */
  public record Noise(double deviation, NodeDef values) {}

  /** Returns the normal noise that an operation adds to values of the path, if it adds any. */
  public Optional<Noise> noise(NodeDef add) {
    if (!add.getOp().startsWith("Add") || add.getInputCount() != 2) {
      return Optional.empty();
    }
    NodeDef first = nodes.get(NodeInputs.node(add.getInput(0)));
    NodeDef second = nodes.get(NodeInputs.node(add.getInput(1)));
    return noise(second, first).or(() -> noise(first, second));
  }

  private Optional<Noise> noise(@Nullable NodeDef noise, @Nullable NodeDef values) {
    return values != null && path.operations().contains(values)
        ? deviation(noise).map(deviation -> new Noise(deviation, values))
        : Optional.empty();
  }

  private Optional<Double> deviation(@Nullable NodeDef noise) {
    double factor = 1;
    NodeDef at = noise;
    for (int hops = 0; at != null && hops < MOST_HOPS; hops++) {
      if (NORMAL.contains(at.getOp())) {
        return Optional.of(Math.abs(factor));
      }
      Optional<Double> right = path.scalar(at, 1);
      Optional<Double> left = path.scalar(at, 0);
      boolean product = at.getOp().equals("Mul") && (right.isPresent() || left.isPresent());
      if (!(product || path.isMove(at)) || at.getInputCount() == 0) {
        return Optional.empty();
      }
      factor *= product ? right.or(() -> left).orElseThrow() : 1;
      at = nodes.get(NodeInputs.node(at.getInput(product && right.isEmpty() ? 1 : 0)));
    }
    return Optional.empty();
  }

  /** Returns the axes of (batch, height, width, channels) along which a layer mirrors images. */
  public Set<Integer> mirroredAxes(String layer) {
    Set<Integer> axes = new HashSet<>();
    for (NodeDef node : path.ofLayer(layer)) {
      if (node.getOp().equals("ReverseV2")) {
        path.constant(node, 1).ifPresent(values -> axes.add((int) values[0]));
      }
    }
    return axes;
  }

  /**
   * Returns the most that a layer turns images by, as a part of a full turn: the range that its
   * draw is brought to. Empty where it turns none.
   */
  public Optional<Double> turn(String layer) {
    List<NodeDef> own = path.ofLayer(layer);
    boolean turns = own.stream().anyMatch(node -> node.getOp().equals("Cos"));
    if (!turns) {
      return Optional.empty();
    }
    return own.stream().flatMap(add -> range(add).stream()).findFirst();
  }

  /**
   * Returns the most that a layer moves images by, as a part of their height or width. Empty where
   * it moves none.
   */
  public Optional<Double> shift(String layer) {
    List<NodeDef> own = path.ofLayer(layer);
    return own.stream()
        .filter(node -> node.getOp().equals("Mul"))
        .filter(node -> path.scalar(node, 1).filter(size -> size >= LEAST_SIDE).isPresent())
        .flatMap(node -> source(node).stream())
        .flatMap(add -> range(add).stream())
        .max(Double::compare);
  }

  /** Returns what makes the first input of an operation, in front of what only passes it on. */
  private Optional<NodeDef> source(NodeDef node) {
    NodeDef at = nodes.get(NodeInputs.node(node.getInput(0)));
    while (at != null && path.isMove(at) && at.getInputCount() > 0) {
      at = nodes.get(NodeInputs.node(at.getInput(0)));
    }
    return Optional.ofNullable(at);
  }

  /** Returns the largest number that a draw is brought to by a factor and a constant. */
  private Optional<Double> range(NodeDef add) {
    if (!add.getOp().startsWith("Add") || path.scalar(add, 1).isEmpty()) {
      return Optional.empty();
    }
    NodeDef product = nodes.get(NodeInputs.node(add.getInput(0)));
    if (product == null || !product.getOp().equals("Mul") || path.scalar(product, 1).isEmpty()) {
      return Optional.empty();
    }
    NodeDef draw = nodes.get(NodeInputs.node(product.getInput(0)));
    double low = path.scalar(add, 1).orElseThrow();
    double high = low + path.scalar(product, 1).orElseThrow();
    return draw != null && Operations.DRAWS.contains(draw.getOp())
        ? Optional.of(Math.max(Math.abs(low), Math.abs(high)))
        : Optional.empty();
  }
}
