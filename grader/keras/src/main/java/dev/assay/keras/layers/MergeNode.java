package dev.assay.keras.layers;

import java.util.List;
import java.util.Locale;

/** A merging layer applied to nodes; made by {@link MergeLayer#apply}. */
public final class MergeNode implements Node {
  private final MergeLayer layer;
  private final List<Node> inputs;

  MergeNode(MergeLayer layer, List<Node> inputs) {
    if (inputs.size() < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs at least two inputs. Received: %d",
              layer.type(),
              inputs.size()));
    }
    this.layer = layer;
    this.inputs = inputs;
  }

  public MergeLayer layer() {
    return layer;
  }

  public List<Node> inputs() {
    return inputs;
  }
}
