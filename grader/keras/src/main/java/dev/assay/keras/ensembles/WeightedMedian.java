package dev.assay.keras.ensembles;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Takes the median of the members' numbers, weighted by votes: the smallest up to which members
 * have at least half of the votes.
 *
 * <p>The votes are weights that the trainer sets and no gradient moves; one at least is positive.
 *
 * @param members how many
 */
record WeightedMedian(int members) implements Layer {
  /** The share of all votes that rounding may cost where two halves are equal. */
  private static final float ROUNDING = 1e-6f;

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Operand<TFloat32> votes =
        context.addWeight(ClassVote.VOTES, Shape.of(1, members), Initializer.ONES, false, null);
    Operand<TFloat32> each = tf.reshape(input, tf.constant(new int[] {-1, members, 1}));
    Operand<TFloat32> others = tf.reshape(input, tf.constant(new int[] {-1, 1, members}));
    Operand<TFloat32> within = tf.dtypes.cast(tf.math.lessEqual(others, each), TFloat32.class);
    Operand<TFloat32> sides = tf.math.sub(tf.math.mul(within, tf.constant(2f)), tf.constant(1f));
    Operand<TFloat32> shares =
        tf.reshape(
            tf.math.div(votes, tf.sum(votes, tf.constant(new int[] {0, 1}))),
            tf.constant(new int[] {1, 1, members}));
    Operand<TFloat32> balance = tf.sum(tf.math.mul(sides, shares), tf.constant(2));
    Operand<TFloat32> candidates =
        tf.select(
            tf.math.greaterEqual(balance, tf.constant(-ROUNDING)),
            input,
            tf.constant(Float.POSITIVE_INFINITY));
    return tf.reshape(tf.reduceMin(candidates, tf.constant(1)), tf.constant(new int[] {-1, 1}));
  }
}
