package dev.assay.keras.layers;

import java.util.Objects;

/**
 * A layer applied to a node; made by {@link Layer#apply}.
 *
 * <p>Applying the same layer object twice shares its weights.
 */
public final class LayerNode implements Node {
  private final Layer layer;
  private final Node input;

  LayerNode(Layer layer, Node input) {
    this.layer = layer;
    this.input = Objects.requireNonNull(input, "input must not be null");
  }

  public Layer layer() {
    return layer;
  }

  public Node input() {
    return input;
  }
}
