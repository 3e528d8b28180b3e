package dev.assay.keras.graphs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * The nodes of a GraphDef by name, and which of them depend on which.
 *
 * <p>The graph need not be valid: inputs may name nodes that it does not have, and of several nodes
 * with one name the first counts.
 */
public final class GraphNodes {
  private final Map<String, NodeDef> byName = new HashMap<>();
  private final List<NodeDef> inOrder = new ArrayList<>();

  private GraphNodes(Collection<NodeDef> nodes) {
    for (NodeDef node : nodes) {
      if (byName.putIfAbsent(node.getName(), node) == null) {
        inOrder.add(node);
      }
    }
  }

  /** Takes all nodes of a graph, but not those of its functions. */
  public static GraphNodes of(GraphDef graph) {
    return of(graph.getNodeList());
  }

  /** Takes some nodes, such as a part of a graph. */
  public static GraphNodes of(Collection<NodeDef> nodes) {
    return new GraphNodes(nodes);
  }

  /** Returns the node with a name, or null where there is none. */
  public @Nullable NodeDef get(String name) {
    return byName.get(name);
  }

  /**
   * Returns the node with a name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public NodeDef require(String name) {
    NodeDef node = get(name);
    if (node == null) {
      throw new IllegalArgumentException("The graph has no operation " + name);
    }
    return node;
  }

  /** Returns whether a node with this name exists. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Returns the nodes, one a name, in no order. */
  public Collection<NodeDef> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /**
   * Collects what nodes depend on, for their values or for their turn.
   *
   * @param ends names of nodes
   * @return the names of these nodes and of all behind them, the nearest first; also names that
   *     inputs give but the graph does not have
   */
  public Set<String> behind(Collection<String> ends) {
    return behind(ends, NodeDef::getInputList);
  }

  /**
   * Collects what nodes depend on, where only some inputs count.
   *
   * @param ends names of nodes
   * @param inputs which of a node's inputs to follow; none where the search is to end
   * @return as {@link #behind(Collection)}
   */
  public Set<String> behind(
      Collection<String> ends, Function<NodeDef, ? extends Collection<String>> inputs) {
    return Reachability.from(ends, name -> producers(get(name), inputs));
  }

  private static List<String> producers(
      @Nullable NodeDef node, Function<NodeDef, ? extends Collection<String>> inputs) {
    return node == null ? List.of() : inputs.apply(node).stream().map(NodeInputs::node).toList();
  }

  /**
   * Finds which nodes use which.
   *
   * @return for each name that is an input of some node the names of those nodes, one for each
   *     input, in the graph's order: a node that takes a value twice is listed twice
   */
  public Map<String, List<String>> users() {
    Map<String, List<String>> users = new HashMap<>();
    for (NodeDef node : inOrder) {
      for (String producer : producers(node, NodeDef::getInputList)) {
        users.computeIfAbsent(producer, name -> new ArrayList<>()).add(node.getName());
      }
    }
    return users;
  }
}
