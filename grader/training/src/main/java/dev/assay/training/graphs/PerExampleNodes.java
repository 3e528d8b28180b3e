package dev.assay.training.graphs;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/**
 * The nodes of a step that treat each example by itself and feed no weight. One node can do their
 * work for the examples of all steps of a call.
 *
 * @param before the labels, and what is made of them alone: class numbers as one-hot vectors
 * @param after what is made of a step's values for its sums alone: which output is the largest, and
 *     whether that is the label
 * @param totals those of the step's sums that add up one value of each example
 */
public record PerExampleNodes(Set<String> before, Set<String> after, Set<String> totals) {
  public PerExampleNodes {
    before = Set.copyOf(before);
    after = Set.copyOf(after);
    totals = Set.copyOf(totals);
  }

  /** Finds that part of a step. */
  public static PerExampleNodes of(StepGraph step) {
    Map<String, List<String>> users = GraphNodes.of(step.nodes()).users();
    Set<String> before = before(step);
    Set<String> totals =
        step.nodes().stream()
            .filter(node -> isTotal(node, step) && !users.containsKey(node.getName()))
            .map(NodeDef::getName)
            .collect(Collectors.toSet());
    return new PerExampleNodes(before, after(step, users, before, totals), totals);
  }

  /** Nodes come behind those that they read. */
  private static Set<String> before(StepGraph step) {
    Set<String> constants = new HashSet<>();
    Set<String> before = new HashSet<>(Set.of(step.ends().labels()));
    for (NodeDef node : step.nodes()) {
      if (node.getOp().equals("Const") && node.getInputCount() == 0) {
        constants.add(node.getName());
      } else if (node.getOp().equals("Cast") || isOneHot(node)) {
        List<String> others = node.getInputList().subList(1, node.getInputCount());
        if (before.contains(node.getInput(0)) && constants.containsAll(others)) {
          before.add(node.getName());
        }
      }
    }
    return before;
  }

  /**
   * Returns whether a node makes one-hot vectors along the last axis; along another one, examples
   * are mixed.
   */
  private static boolean isOneHot(NodeDef node) {
    return node.getOp().equals("OneHot") && node.getAttrOrThrow("axis").getI() == -1;
  }

  private static boolean waits(NodeDef node) {
    return node.getInputList().stream().anyMatch(NodeInputs::isControl);
  }

  /** Sums are vectors, so what is summed with its only dimension kept is one as well. */
  private static boolean isTotal(NodeDef node, StepGraph step) {
    return node.getOp().equals("Sum")
        && node.getAttrOrThrow("keep_dims").getB()
        && !waits(node)
        && step.ends().sums().contains(new StepGraph.Sum(node.getName(), 1));
  }

  /** Nodes of which nothing is read but by the totals and by each other. */
  private static Set<String> after(
      StepGraph step, Map<String, List<String>> users, Set<String> before, Set<String> totals) {
    GraphNodes nodes = GraphNodes.of(step.nodes());
    Set<String> after = new HashSet<>();
    List<NodeDef> backwards = new ArrayList<>(step.nodes());
    Collections.reverse(backwards);
    for (NodeDef node : backwards) {
      Set<String> others = new HashSet<>(users.getOrDefault(node.getName(), List.of()));
      boolean isRead = !others.isEmpty();
      others.removeAll(after);
      others.removeAll(totals);
      if (isRead && others.isEmpty() && !waits(node) && treatsEachExample(node, before, nodes)) {
        after.add(node.getName());
      }
    }
    return after;
  }

  /** Casts, largest outputs, and comparisons of one class number for each example with another. */
  private static boolean treatsEachExample(NodeDef node, Set<String> before, GraphNodes nodes) {
    return switch (node.getOp()) {
      case "Cast" -> true;
      case "ArgMax" -> isOne(nodes.get(node.getInput(1)));
      case "Equal" ->
          node.getInputList().stream()
              .allMatch(input -> before.contains(input) || isArgMax(nodes.get(input)));
      default -> false;
    };
  }

  private static boolean isArgMax(@Nullable NodeDef node) {
    return node != null && node.getOp().equals("ArgMax");
  }

  private static boolean isOne(@Nullable NodeDef node) {
    return node != null
        && node.getOp().equals("Const")
        && node.getAttrOrThrow("value").getTensor().getIntValList().equals(List.of(1));
  }

  /**
   * Returns whether the node is computed outside the steps: once for all of them, or not at all.
   */
  boolean isOutsideSteps(String node) {
    return before.contains(node) || after.contains(node) || totals.contains(node);
  }
}
