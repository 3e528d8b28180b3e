package dev.assay.keras.constraints;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A constraint that is applied to a trained weight after each step of the optimizer, as Keras's
 * {@code kernel_constraint} and the like; the initial value is not changed.
 *
 * <p>Data: the trainer applies it, in a process that knows none of the candidate's classes.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Dense layer = Dense.of(64).kernelConstraint(MaxNorm.of(3));
 * constrained(NonNeg.always(), "[[1, -2], [-3, 4]]"); // -> [[1, 0], [0, 4]]
 * }</pre>
 */
public sealed interface Constraint permits MaxNorm, MinMaxNorm, NonNeg, UnitNorm {
  /**
   * Adds the projection to the graph.
   *
   * @param weight its value after the step
   * @return what it is set to, of the same shape
   */
  Operand<TFloat32> project(Ops tf, Operand<TFloat32> weight);

  /**
   * Refuses a weight that the constraint does not fit.
   *
   * @param weight its name, for the message
   * @param rank how many axes it has
   * @throws IllegalArgumentException where an axis is not among them
   */
  default void check(String weight, int rank) {}
}
