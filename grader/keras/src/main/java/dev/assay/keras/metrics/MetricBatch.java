package dev.assay.keras.metrics;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A batch as a metric sees it while a graph is built.
 *
 * @param loss the model's, which knows what the outputs stand for
 * @param output the model's, {@code (batch, outputs)}
 * @param target of the same shape; class numbers as one-hot vectors
 */
public record MetricBatch(Ops tf, Loss loss, Operand<TFloat32> output, Operand<TFloat32> target) {
  /** Returns the number of outputs an example has. */
  int outputs() {
    return Math.toIntExact(output.shape().get(1));
  }

  /** The outputs as scores in [0, 1]. */
  Operand<TFloat32> scores() {
    return loss.outputs().scores(tf, output);
  }

  /**
   * The values of the outputs that can be positive: all of them, but of two classes whose labels
   * are class numbers the second only; the first gets zeros.
   *
   * @param perOutput {@code (batch, outputs)}
   */
  Operand<TFloat32> positives(Operand<TFloat32> perOutput) {
    return loss instanceof SparseCategoricalCrossentropy && outputs() == 2
        ? tf.math.mul(perOutput, tf.constant(new float[] {0, 1}))
        : perOutput;
  }

  /** 1 where the score is above the threshold, else 0. */
  Operand<TFloat32> above(float threshold) {
    return number(tf.math.greater(scores(), tf.constant(threshold)));
  }

  /** 1 for each output whose score is above the threshold exactly where the label is 1, else 0. */
  Operand<TFloat32> right(float threshold) {
    Operand<TFloat32> predicted = above(threshold);
    return number(tf.math.equal(predicted, target));
  }

  /** The predicted classes: 1 at the largest output, or where a single one says class 1. */
  Operand<TFloat32> predicted() {
    if (outputs() == 1) {
      return number(tf.math.greaterEqual(output, tf.constant(loss.outputs().threshold())));
    }
    return tf.oneHot(predictedClass(), tf.constant(outputs()), tf.constant(1f), tf.constant(0f));
  }

  /** The place of the first of the largest outputs. */
  Operand<TInt32> predictedClass() {
    return largest(Outputs.order(output));
  }

  /** The class number that the target was made of, or the place of its largest value. */
  Operand<TInt32> label() {
    GraphOperation source = (GraphOperation) target.asOutput().op();
    return source.type().equals("OneHot") ? source.input(0).expect(TInt32.class) : largest(target);
  }

  private Operand<TInt32> largest(Operand<TFloat32> values) {
    return tf.math.argMax(values, tf.constant(1), TInt32.class);
  }

  Operand<TFloat32> number(Operand<TBool> condition) {
    return tf.dtypes.cast(condition, TFloat32.class);
  }

  /** The sum of a value for each example, as a vector of one. */
  Operand<TFloat32> total(Operand<TFloat32> perExample) {
    return tf.sum(perExample, tf.constant(0), Sum.keepDims(true));
  }

  /** The sum for each output, a vector. */
  Operand<TFloat32> totals(Operand<TFloat32> perOutput) {
    return tf.sum(perOutput, tf.constant(0));
  }

  /** The mean over each example's outputs. */
  Operand<TFloat32> rowMean(Operand<TFloat32> perOutput) {
    return tf.math.mean(perOutput, tf.constant(-1));
  }
}
