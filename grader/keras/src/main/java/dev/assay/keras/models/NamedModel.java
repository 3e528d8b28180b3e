package dev.assay.keras.models;

import dev.assay.keras.layers.LayerContext;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A model with another name. */
record NamedModel(Model model, Compilation compilation) implements Model {
  static NamedModel of(Model model, String name) {
    return new NamedModel(
        model instanceof NamedModel named ? named.model : model, model.compilation().name(name));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return model.call(context, input);
  }

  @Override
  public List<Operand<TFloat32>> callAll(LayerContext context, Operand<TFloat32> input) {
    return model.callAll(context, input);
  }

  @Override
  public LabelFunctions labelFunctions() {
    return model.labelFunctions();
  }
}
