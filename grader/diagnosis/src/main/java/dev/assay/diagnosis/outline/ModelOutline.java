package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import java.io.IOException;
import java.util.List;
import org.tensorflow.proto.GraphDef;

/**
 * A model as its graphs show it.
 *
 * @param manifest of the model, or of one member of an ensemble
 * @param serving what prediction computes
 * @param training what a step of training computes
 */
public record ModelOutline(Manifest manifest, DataPath serving, DataPath training) {
  /** The most operations of a graph that is looked at; a ResNet of 50 layers has about 2,000. */
  private static final int MOST = 8_000;

  /**
   * Reads a stored graph that was inspected.
   *
   * @return the model, or the members of an ensemble; empty where the graph is too large to be
   *     looked through
   * @throws IOException as {@link StoredModel#graphDef}
   */
  public static List<ModelOutline> of(StoredModel stored, BuiltModel model) throws IOException {
    return of(stored.graphDef(), model);
  }

  /**
   * Reads a graph that was inspected.
   *
   * @return the model, or the members of an ensemble; empty where the graph is too large to be
   *     looked through
   */
  public static List<ModelOutline> of(GraphDef graph, BuiltModel model) {
    if (graph.getNodeCount() > MOST) {
      return List.of();
    }
    GraphNodes nodes = GraphNodes.of(graph);
    return model.members().stream()
        .map(
            manifest ->
                new ModelOutline(
                    manifest,
                    DataPath.of(nodes, manifest, manifest.serving()),
                    DataPath.of(nodes, manifest, manifest.training())))
        .toList();
  }
}
