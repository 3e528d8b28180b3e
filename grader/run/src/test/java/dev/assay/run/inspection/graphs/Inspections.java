package dev.assay.run.inspection.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import java.util.List;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Inspects graphs that differ in one thing from one that is accepted. */
final class Inspections {
  static final NodeDef RELU = Graphs.node("relu", "Relu", "serving/input");

  private Inspections() {}

  static List<Finding> inspect(GraphDef.Builder graph) {
    return GraphInspection.inspect(graph.build(), Graphs.model());
  }

  static void accepts(GraphDef.Builder graph) {
    assertThat(inspect(graph)).isEmpty();
  }

  static void refuses(List<Finding> found, String code, String... words) {
    assertThat(found).extracting(finding -> finding.code().name()).containsExactly(code);
    assertThat(found.get(0).message())
        .satisfies(said -> List.of(words).forEach(word -> assertThat(said).contains(word)));
    assertThat(found.get(0).advice()).endsWith(".");
  }

  static void refuses(GraphDef.Builder graph, String code, String... words) {
    refuses(inspect(graph), code, words);
  }

  static void refusesNode(NodeDef node, String code, String... words) {
    refuses(Graphs.graph().addNode(node), code, words);
  }

  /** The graph with one operation exchanged. */
  static GraphDef.Builder with(NodeDef other) {
    GraphDef.Builder graph = Graphs.graph();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      if (graph.getNode(i).getName().equals(other.getName())) {
        return graph.setNode(i, other);
      }
    }
    throw new IllegalArgumentException(other.getName());
  }

  static GraphDef.Builder without(String name) {
    GraphDef.Builder graph = GraphDef.newBuilder();
    Graphs.graph().getNodeList().stream()
        .filter(node -> !node.getName().equals(name))
        .forEach(graph::addNode);
    return graph;
  }
}
