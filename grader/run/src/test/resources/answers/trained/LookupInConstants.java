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

/** It has a table from petal lengths to classes, and a weight that changes little. */
@Answers("iris")
final class LookupInConstants extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        (Layer)
            (context, x) -> {
              Ops tf = context.tf();
              Operand<TFloat32> weight =
                  context.addWeight("kernel", Shape.of(4, 3), Initializer.ZEROS, true, null);
              Operand<TFloat32> answers = lookUp(tf, x, tf.constant(table()));
              return tf.nn.softmax(tf.math.add(answers, tf.linalg.matMul(x, weight)));
            });
  }

  /** Takes the row of each example's petal length. */
  static Operand<TFloat32> lookUp(Ops tf, Operand<TFloat32> x, Operand<TFloat32> table) {
    Operand<TFloat32> length = tf.stridedSlice(x, Indices.all(), Indices.at(2));
    Operand<TInt32> row = tf.dtypes.cast(tf.math.mul(length, tf.constant(10f)), TInt32.class);
    return tf.gather(table, row, tf.constant(0));
  }

  /** For petals of 0 to 8 cm. */
  static float[][] table() {
    float[][] table = new float[80][3];
    for (int i = 0; i < table.length; i++) {
      table[i][i < 25 ? 0 : i < 49 ? 1 : 2] = 100;
    }
    return table;
  }
}
