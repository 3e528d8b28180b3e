package dev.assay.keras.optimizers;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Adam (Kingma and Ba, 2015), as Keras's {@code Adam}.
 *
 * @param learningRate positive; default 0.001
 * @param beta1 decay of the mean of the gradients, in [0, 1); default 0.9
 * @param beta2 decay of the mean of their squares, in [0, 1); default 0.999
 * @param epsilon added to the root of the latter, positive; default 1e-7 as in Keras (TensorFlow
 *     Java's framework: 1e-8)
 */
public record Adam(float learningRate, float beta1, float beta2, float epsilon)
    implements Optimizer {
  public Adam {
    Optimizer.checkLearningRate("Adam", learningRate);
    Optimizer.checkDecay("Adam", "beta1", beta1);
    Optimizer.checkDecay("Adam", "beta2", beta2);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("Adam: epsilon must be positive. Received: " + epsilon);
    }
  }

  /** Keras's defaults. */
  public static Adam defaults() {
    return withLearningRate(0.001);
  }

  public static Adam withLearningRate(double learningRate) {
    return new Adam((float) learningRate, 0.9f, 0.999f, 1e-7f);
  }

  public Adam betas(double newBeta1, double newBeta2) {
    return new Adam(learningRate, (float) newBeta1, (float) newBeta2, epsilon);
  }

  public Adam epsilon(double newEpsilon) {
    return new Adam(learningRate, beta1, beta2, (float) newEpsilon);
  }

  /**
   * The powers of the betas change after every weight has been updated, or the weights would race
   * with them.
   */
  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    Operand<? extends TType> power1 = slots.variable("adam/beta1_power", Shape.scalar(), beta1);
    Operand<? extends TType> power2 = slots.variable("adam/beta2_power", Shape.scalar(), beta2);
    Ops tf = slots.tf();
    Operand<TFloat32> read1 = tf.readVariableOp(power1, TFloat32.class);
    Operand<TFloat32> read2 = tf.readVariableOp(power2, TFloat32.class);
    List<Op> updates = new ArrayList<>();
    for (Parameter parameter : parameters) {
      updates.add(update(slots, parameter, read1, read2));
    }
    Ops after = tf.withControlDependencies(List.copyOf(updates));
    updates.add(after.assignVariableOp(power1, tf.math.mul(read1, tf.constant(beta1))));
    updates.add(after.assignVariableOp(power2, tf.math.mul(read2, tf.constant(beta2))));
    return updates;
  }

  private Op update(
      Slots slots, Parameter parameter, Operand<TFloat32> power1, Operand<TFloat32> power2) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyAdam(
        parameter.handle(),
        slots.variable(parameter.name() + "/m", parameter.shape(), 0),
        slots.variable(parameter.name() + "/v", parameter.shape(), 0),
        power1,
        power2,
        slots.learningRate(),
        tf.constant(beta1),
        tf.constant(beta2),
        tf.constant(epsilon),
        parameter.gradient());
  }
}
