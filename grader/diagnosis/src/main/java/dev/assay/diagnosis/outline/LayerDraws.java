package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * What layers draw at random, as dropout and augmentation do.
 *
 * @param path that they lie on
 * @param nodes of the graph
 */
public record LayerDraws(DataPath path, GraphNodes nodes) {
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
    for (NodeDef add : own) {
      if (!add.getOp().startsWith("Add") || path.scalar(add, 1).isEmpty()) {
        continue;
      }
      NodeDef product = nodes.get(NodeInputs.node(add.getInput(0)));
      if (product != null && product.getOp().equals("Mul") && path.scalar(product, 1).isPresent()) {
        NodeDef draw = nodes.get(NodeInputs.node(product.getInput(0)));
        if (draw != null && Operations.DRAWS.contains(draw.getOp())) {
          double low = path.scalar(add, 1).get();
          return Optional.of(
              Math.max(Math.abs(low), Math.abs(low + path.scalar(product, 1).get())));
        }
      }
    }
    return Optional.empty();
  }
}
