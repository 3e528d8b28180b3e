package dev.assay.keras.ensembles;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.regularizers.L2;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/**
 * Averages the members' outputs, which are concatenated along the last axis.
 *
 * @param outputs what the members' are
 * @param members how many
 * @param trained whether the members' weights are learned; otherwise they are equal
 */
record WeightedAverage(Outputs outputs, int members, boolean trained) implements Layer {
  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    long width = input.shape().get(1) / members;
    Operand<TFloat32> each = tf.reshape(input, tf.constant(new long[] {-1, members, width}));
    Operand<TFloat32> weights =
        tf.reshape(weights(context), tf.constant(new int[] {1, members, 1}));
    return switch (outputs) {
      case VALUES, MARGINS, PROBABILITIES -> tf.sum(tf.math.mul(each, weights), tf.constant(1));
      case LOGITS -> {
        Operand<TFloat32> yes = logMean(tf, logSigmoid(tf, each), weights);
        Operand<TFloat32> no = logMean(tf, logSigmoid(tf, tf.math.neg(each)), weights);
        yield tf.math.sub(yes, no);
      }
      case CLASS_LOGITS -> logMean(tf, logSoftmax(tf, each, width), weights);
    };
  }

  /** Positive, adding up to 1. */
  private Operand<TFloat32> weights(LayerContext context) {
    Ops tf = context.tf();
    if (!trained) {
      return tf.fill(tf.constant(new int[] {1, members}), tf.constant(1f / members));
    }
    return tf.nn.softmax(
        context.addWeight("scores", Shape.of(1, members), Initializer.ZEROS, true, L2.of(1e-3)));
  }

  /** The logarithm of the weighted mean of what these are logarithms of. */
  private static Operand<TFloat32> logMean(
      Ops tf, Operand<TFloat32> logs, Operand<TFloat32> weights) {
    Operand<TFloat32> largest = tf.reduceMax(logs, tf.constant(1), ReduceMax.keepDims(true));
    Operand<TFloat32> shares = tf.math.exp(tf.math.sub(logs, largest));
    Operand<TFloat32> mean = tf.sum(tf.math.mul(shares, weights), tf.constant(1));
    return tf.math.add(tf.math.log(mean), tf.squeeze(largest, Squeeze.axis(List.of(1L))));
  }

  private static Operand<TFloat32> logSigmoid(Ops tf, Operand<TFloat32> logits) {
    return tf.math.neg(tf.math.softplus(tf.math.neg(logits)));
  }

  /** Computes the log softmax in rank 2, for which TensorFlow's gradient is correct. */
  private Operand<TFloat32> logSoftmax(Ops tf, Operand<TFloat32> logits, long width) {
    Operand<TFloat32> rows = tf.reshape(logits, tf.constant(new long[] {-1, width}));
    return tf.reshape(tf.nn.logSoftmax(rows), tf.constant(new long[] {-1, members, width}));
  }
}
