package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import java.io.IOException;
import java.util.Optional;
import org.tensorflow.proto.GraphDef;

/**
 * A model as its graphs show it: the model itself, or the first member of an ensemble.
 *
 * @param manifest of the model
 * @param serving what prediction computes
 * @param training what a step of training computes
 */
public record ModelOutline(Manifest manifest, DataPath serving, DataPath training) {
  /** The most operations of a graph that is looked at; a ResNet of 50 layers has about 2,000. */
  private static final int MOST = 8_000;

  /**
   * Reads a stored graph that was inspected.
   *
   * @return empty where it is too large to be looked through
   * @throws IOException as {@link StoredModel#graphDef}
   */
  public static Optional<ModelOutline> of(StoredModel stored, BuiltModel model) throws IOException {
    return of(stored.graphDef(), model);
  }

  /**
   * Reads a graph that was inspected.
   *
   * @return empty where it is too large to be looked through
   */
  public static Optional<ModelOutline> of(GraphDef graph, BuiltModel model) {
    if (graph.getNodeCount() > MOST) {
      return Optional.empty();
    }
    Manifest manifest = model.members().get(0);
    GraphNodes nodes = GraphNodes.of(graph);
    return Optional.of(
        new ModelOutline(
            manifest,
            DataPath.of(nodes, manifest, manifest.serving()),
            DataPath.of(nodes, manifest, manifest.training())));
  }
}
