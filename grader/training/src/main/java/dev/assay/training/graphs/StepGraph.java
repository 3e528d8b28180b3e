package dev.assay.training.graphs;

import dev.assay.keras.graphs.GraphNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * A training step as data; programs contain as many copies as they need.
 *
 * @param nodes exactly what the step needs
 * @param ends where it is fed and what it gives
 */
public record StepGraph(List<NodeDef> nodes, Ends ends) {
  /**
   * Names of a step's nodes.
   *
   * @param features what is fed a batch's features; of an ensemble's member no placeholder
   * @param labels the placeholder for its labels
   * @param weights the placeholder for the examples' weights; null where they have none
   * @param rate the placeholder for the learning rate
   * @param powers the placeholders for numbers to the power of the step's number
   * @param sums the {@code Objective.parts}
   * @param update runs after all that changes a variable
   */
  public record Ends(
      String features,
      String labels,
      @Nullable String weights,
      String rate,
      List<Power> powers,
      List<Sum> sums,
      String update) {
    public Ends {
      powers = List.copyOf(powers);
      sums = List.copyOf(sums);
    }

    /** Returns whether the node is one of the placeholders. */
    boolean isFed(String node) {
      return node.equals(features)
          || node.equals(labels)
          || node.equals(weights)
          || scalars().contains(node);
    }

    /** The placeholders for one number a step, the learning rate first. */
    List<String> scalars() {
      return Stream.concat(Stream.of(rate), powers.stream().map(Power::placeholder)).toList();
    }
  }

  /**
   * A vector of sums over a batch.
   *
   * @param node that gives it
   * @param width how many
   */
  public record Sum(String node, int width) {}

  /**
   * A number to the power of the step's number.
   *
   * @param placeholder where it is fed
   * @param base the number
   */
  public record Power(String placeholder, float base) {
    /**
     * Its value in a step.
     *
     * @param step from 1
     */
    public float at(long step) {
      return (float) Math.pow(base, (double) step);
    }
  }

  /** The part of a graph that the step needs. */
  public static StepGraph cut(GraphDef graph, Ends ends) {
    GraphNodes nodes = GraphNodes.of(graph);
    List<String> results = new ArrayList<>(List.of(ends.update()));
    ends.sums().forEach(sum -> results.add(sum.node()));
    Set<String> needed =
        nodes.behind(results, node -> ends.isFed(node.getName()) ? List.of() : node.getInputList());
    needed.stream().filter(name -> !ends.isFed(name)).forEach(nodes::require);
    return new StepGraph(
        graph.getNodeList().stream()
            .filter(node -> needed.contains(node.getName()))
            .map(StepGraph::anywhere)
            .toList(),
        ends);
  }

  /** Returns the node without its colocation constraints, as there is only one device. */
  private static NodeDef anywhere(NodeDef node) {
    return node.toBuilder().removeAttr("_class").build();
  }
}
