package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A layer with a name of its own. */
record NamedLayer(Layer layer, String name) implements Layer, Named {
  NamedLayer {
    Named.check(name);
  }

  /** Takes the place of an earlier name. */
  static NamedLayer of(Layer layer, String name) {
    return new NamedLayer(layer instanceof NamedLayer named ? named.layer : layer, name);
  }

  @Override
  public String type() {
    return layer.type();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return layer.call(context, input);
  }
}
