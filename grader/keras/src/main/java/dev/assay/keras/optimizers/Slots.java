package dev.assay.keras.optimizers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Creates the variables in which an optimizer keeps its state between steps. */
public interface Slots {
  Ops tf();

  /** The current step size, a scalar. */
  Operand<TFloat32> learningRate();

  /** A number to the power of the step's number, from 1: a scalar. */
  Operand<TFloat32> power(float base);

  /**
   * A new resource variable filled with {@code initial} before the first step.
   *
   * @param name unique within the model
   */
  Operand<? extends TType> variable(String name, Shape shape, float initial);
}
