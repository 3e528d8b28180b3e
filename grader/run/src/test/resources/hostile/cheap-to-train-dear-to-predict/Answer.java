import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return model(spec, (context, x) -> context.training() ? x : slowly(context.tf(), x));
  }

  /** Moves 24 million values sixty times, and computes next to nothing. */
  private static Operand<TFloat32> slowly(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> y = x;
    for (int i = 0; i < 60; i++) {
      Operand<TFloat32> first = slice(tf, y, 0);
      Operand<TFloat32> big = tf.tile(first, tf.constant(new int[] {3000, 4000}));
      Operand<TFloat32> turned = tf.linalg.transpose(big, tf.constant(new int[] {1, 0}));
      y = tf.math.add(y, tf.math.sub(slice(tf, turned, 7), first));
    }
    return y;
  }

  private static Operand<TFloat32> slice(Ops tf, Operand<TFloat32> x, int at) {
    return tf.slice(x, tf.constant(new int[] {at, at}), tf.constant(new int[] {1, 1}));
  }
}
