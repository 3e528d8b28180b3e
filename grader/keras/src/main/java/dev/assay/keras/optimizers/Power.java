package dev.assay.keras.optimizers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * The power of a number with the step, from 1, as exponent.
 *
 * @param base the number
 * @param handle the variable that holds the power
 * @param value the power in this step
 */
record Power(float base, Operand<? extends TType> handle, Operand<TFloat32> value) {
  static Power of(Slots slots, String name, float base) {
    Operand<? extends TType> handle = slots.variable(name, Shape.scalar(), base);
    return new Power(base, handle, slots.tf().readVariableOp(handle, TFloat32.class));
  }

  /**
   * Goes on to the next step.
   *
   * @param after for operations that run after all updates: else they would race with this
   */
  Op advance(Ops after) {
    return after.assignVariableOp(handle, after.math.mul(value, after.constant(base)));
  }
}
