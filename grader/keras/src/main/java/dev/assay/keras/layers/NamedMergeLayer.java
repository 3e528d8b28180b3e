package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A layer of several inputs with a name of its own. */
record NamedMergeLayer(MergeLayer layer, String name) implements MergeLayer, Named {
  NamedMergeLayer {
    Named.check(name);
  }

  /** Takes the place of an earlier name. */
  static NamedMergeLayer of(MergeLayer layer, String name) {
    return new NamedMergeLayer(layer instanceof NamedMergeLayer named ? named.layer : layer, name);
  }

  @Override
  public String type() {
    return layer.type();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    return layer.call(context, inputs);
  }
}
