package dev.assay.training.export;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.GraphDef;

/** The part of a model's graph that prediction needs: no dropout, no penalties, no gradients. */
final class ServingGraph {
  private ServingGraph() {}

  /** The nodes behind the serving output, and all weights, in their order. */
  static GraphDef of(ModelGraph model) {
    List<String> ends = new ArrayList<>(List.of(model.manifest().serving().output()));
    model.manifest().weights().forEach(weight -> ends.add(WeightSpec.HANDLES + weight.name()));
    Set<String> kept = GraphNodes.of(model.graphDef()).behind(ends);
    GraphDef.Builder graph = model.graphDef().toBuilder().clearNode();
    model.graphDef().getNodeList().stream()
        .filter(node -> kept.contains(node.getName()))
        .forEach(graph::addNode);
    return graph.build();
  }
}
