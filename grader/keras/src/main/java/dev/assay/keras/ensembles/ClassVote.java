package dev.assay.keras.ensembles;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.losses.Outputs;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Combines the classes that members name, weighted by votes; the members' outputs are concatenated
 * along the last axis.
 *
 * <p>The votes are weights that the trainer sets and no gradient moves.
 *
 * @param outputs what the members' are, and those of this layer
 * @param members how many
 */
record ClassVote(Outputs outputs, int members) implements Layer {
  /** The name of the weights that are votes. */
  static final String VOTES = "votes";

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    long width = input.shape().get(1) / members;
    Operand<TFloat32> each = tf.reshape(input, tf.constant(new long[] {-1, members, width}));
    Operand<TFloat32> votes =
        context.addWeight(VOTES, Shape.of(1, members), Initializer.ONES, false, null);
    Operand<TFloat32> shares =
        tf.reshape(
            tf.math.div(votes, tf.sum(votes, tf.constant(new int[] {0, 1}))),
            tf.constant(new int[] {1, members, 1}));
    return width == 1 ? ofTwo(tf, each, shares) : ofMore(tf, each, shares, width);
  }

  /** One output: members vote 1 from the threshold on, -1 below it. */
  private Operand<TFloat32> ofTwo(Ops tf, Operand<TFloat32> each, Operand<TFloat32> shares) {
    Operand<TFloat32> above =
        tf.dtypes.cast(
            tf.math.greaterEqual(each, tf.constant(outputs.threshold())), TFloat32.class);
    Operand<TFloat32> sides = tf.math.sub(tf.math.mul(above, tf.constant(2f)), tf.constant(1f));
    Operand<TFloat32> decision = tf.sum(tf.math.mul(sides, shares), tf.constant(1));
    return switch (outputs) {
      case MARGINS -> decision;
      case LOGITS -> tf.math.mul(decision, tf.constant(2f));
      case VALUES, PROBABILITIES, CLASS_LOGITS ->
          tf.math.sigmoid(tf.math.mul(decision, tf.constant(2f)));
    };
  }

  /** As many outputs as classes: members vote for the first of the largest. */
  private Operand<TFloat32> ofMore(
      Ops tf, Operand<TFloat32> each, Operand<TFloat32> shares, long classes) {
    Operand<TFloat32> named =
        tf.oneHot(
            tf.math.argMax(each, tf.constant(2)),
            tf.constant((int) classes),
            tf.constant(1f),
            tf.constant((float) (-1.0 / (classes - 1))));
    Operand<TFloat32> decision = tf.sum(tf.math.mul(named, shares), tf.constant(1));
    Operand<TFloat32> logits = tf.math.mul(decision, tf.constant((float) (1.0 / (classes - 1))));
    return outputs == Outputs.PROBABILITIES ? tf.nn.softmax(logits) : logits;
  }
}
