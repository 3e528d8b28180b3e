package dev.assay.keras.models;

import dev.assay.keras.layers.LayerContext;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A model with other functions of its labels. */
record SupervisedModel(Model model, LabelFunctions labelFunctions) implements Model {
  @Override
  public Compilation compilation() {
    return model.compilation();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return model.call(context, input);
  }

  @Override
  public List<Operand<TFloat32>> callAll(LayerContext context, Operand<TFloat32> input) {
    return model.callAll(context, input);
  }
}
