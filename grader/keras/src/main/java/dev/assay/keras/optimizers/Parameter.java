package dev.assay.keras.optimizers;

import dev.assay.keras.constraints.Constraint;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A weight that is to be updated.
 *
 * @param name unique within the model
 * @param handle the resource variable
 * @param shape fully known
 * @param value what it is before the step
 * @param gradient the loss's gradient with respect to it; what changes the weight waits for it
 * @param constraint what it is brought back to after the step; may be null: nothing
 */
public record Parameter(
    String name,
    Operand<? extends TType> handle,
    Shape shape,
    Operand<TFloat32> value,
    Operand<TFloat32> gradient,
    @Nullable Constraint constraint) {

  Parameter gradient(Operand<TFloat32> newGradient) {
    return new Parameter(name, handle, shape, value, newGradient, constraint);
  }

  /** Returns the parameter after weight decay by a fraction, which the gradient then waits for. */
  Parameter decayed(Ops tf, Operand<TFloat32> share) {
    Op decay =
        tf.withControlDependencies(List.of(gradient))
            .assignSubVariableOp(handle, tf.math.mul(value, share));
    return gradient(tf.withControlDependencies(List.of(decay)).identity(gradient));
  }

  /** Brings the weight back to its constraint, which it has, after the operations before. */
  Op constrained(Ops after, Constraint rule) {
    return after.assignVariableOp(
        handle, rule.project(after, after.readVariableOp(handle, TFloat32.class)));
  }

  /** The optimizer's variable of that name for this weight, beginning with zeros. */
  Operand<? extends TType> slot(Slots slots, String slot) {
    return slot(slots, slot, 0);
  }

  Operand<? extends TType> slot(Slots slots, String slot, float initial) {
    return slots.variable(name + "/" + slot, shape, initial);
  }
}
