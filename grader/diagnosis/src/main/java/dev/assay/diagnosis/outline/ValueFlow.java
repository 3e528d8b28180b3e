package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.graphs.Reachability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensorflow.proto.NodeDef;

/** The operations on the ways from one value of a graph to another, and how values flow in them. */
final class ValueFlow {
  private final GraphNodes nodes;
  private final String start;
  private final String end;
  private final Set<String> path;
  private final List<NodeDef> inOrder = new ArrayList<>();
  private final Map<String, List<NodeDef>> dataUsers = new HashMap<>();

  /**
   * Finds the operations.
   *
   * @param start the name of the operation that values come from
   * @param end the name of the operation that they go to
   */
  ValueFlow(GraphNodes nodes, String start, String end) {
    this.nodes = nodes;
    this.start = start;
    this.end = end;
    Map<String, List<String>> users = nodes.users();
    path = new HashSet<>(nodes.behind(List.of(end)));
    path.retainAll(Reachability.from(List.of(start), name -> users.getOrDefault(name, List.of())));
    sort(users);
    for (NodeDef user : inOrder) {
      dataInputs(user)
          .forEach(
              input ->
                  dataUsers.computeIfAbsent(input.getName(), name -> new ArrayList<>()).add(user));
    }
  }

  private void sort(Map<String, List<String>> users) {
    Map<String, Integer> waiting = new HashMap<>();
    List<String> ready = new ArrayList<>();
    for (String name : path) {
      int inputs = dataInputs(nodes.require(name)).size();
      waiting.put(name, inputs);
      if (inputs == 0) {
        ready.add(name);
      }
    }
    for (int i = 0; i < ready.size(); i++) {
      String name = ready.get(i);
      inOrder.add(nodes.require(name));
      for (String user : new LinkedHashSet<>(users.getOrDefault(name, List.of()))) {
        if (path.contains(user) && waiting.merge(user, -1, Integer::sum) == 0) {
          ready.add(user);
        }
      }
    }
  }

  /** Returns the operations, each after those that it takes values of. */
  List<NodeDef> operations() {
    return inOrder;
  }

  /** Returns whether values flow through an operation. */
  boolean contains(String name) {
    return path.contains(name);
  }

  /** Returns the operations whose values an operation takes and that depend on the features. */
  List<NodeDef> dataInputs(NodeDef node) {
    return node.getInputList().stream()
        .filter(input -> !NodeInputs.isControl(input))
        .map(NodeInputs::node)
        .filter(path::contains)
        .distinct()
        .filter(name -> !name.equals(node.getName()))
        .map(nodes::require)
        .toList();
  }

  /** Returns the operations of the path that take values of this one. */
  List<NodeDef> dataUsers(NodeDef node) {
    return List.copyOf(dataUsers.getOrDefault(node.getName(), List.of()));
  }

  /**
   * Goes back from an operation, against the flow of values.
   *
   * @param wanted what ends the search and is returned
   * @param passes what is passed through, if not wanted
   */
  Set<NodeDef> back(NodeDef from, Predicate<NodeDef> wanted, Predicate<NodeDef> passes) {
    return walk(dataInputs(from), this::dataInputs, wanted, passes);
  }

  /**
   * Goes ahead from an operation, with the flow of values.
   *
   * @param wanted what ends the search and is returned
   */
  Set<NodeDef> ahead(NodeDef from, Predicate<NodeDef> wanted) {
    return walk(dataUsers(from), this::dataUsers, wanted, node -> true);
  }

  private static Set<NodeDef> walk(
      List<NodeDef> starts,
      Function<NodeDef, List<NodeDef>> next,
      Predicate<NodeDef> wanted,
      Predicate<NodeDef> passes) {
    Set<NodeDef> found = new LinkedHashSet<>();
    Set<NodeDef> seen = new HashSet<>();
    List<NodeDef> todo = new ArrayList<>(starts);
    while (!todo.isEmpty()) {
      NodeDef node = todo.remove(todo.size() - 1);
      if (!seen.add(node)) {
        continue;
      }
      if (wanted.test(node)) {
        found.add(node);
      } else if (passes.test(node)) {
        todo.addAll(next.apply(node));
      }
    }
    return found;
  }

  /** Returns what values pass between an operation and others, without these. */
  List<NodeDef> between(NodeDef from, Set<NodeDef> ends) {
    return inOrder.stream()
        .filter(node -> !ends.contains(node))
        .filter(node -> !back(node, from::equals, way -> !ends.contains(way)).isEmpty())
        .toList();
  }

  /** Returns whether values can go from the features to the output around an operation. */
  boolean canGoAround(NodeDef node) {
    Set<String> reached =
        Reachability.from(
            List.of(end),
            name ->
                name.equals(node.getName()) || !path.contains(name)
                    ? List.of()
                    : dataInputs(nodes.require(name)).stream().map(NodeDef::getName).toList());
    return reached.contains(start) && !node.getName().equals(end);
  }
}
