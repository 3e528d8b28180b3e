package dev.assay.keras.optimizers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A weight that is to be updated.
 *
 * @param name unique within the model
 * @param handle the resource variable
 * @param shape fully known
 * @param value what it is before the step
 * @param gradient the loss's gradient with respect to it
 */
public record Parameter(
    String name,
    Operand<? extends TType> handle,
    Shape shape,
    Operand<TFloat32> value,
    Operand<TFloat32> gradient) {

  Parameter gradient(Operand<TFloat32> newGradient) {
    return new Parameter(name, handle, shape, value, newGradient);
  }

  /** The optimizer's variable of that name for this weight, beginning with zeros. */
  Operand<? extends TType> slot(Slots slots, String slot) {
    return slot(slots, slot, 0);
  }

  Operand<? extends TType> slot(Slots slots, String slot, float initial) {
    return slots.variable(name + "/" + slot, shape, initial);
  }
}
