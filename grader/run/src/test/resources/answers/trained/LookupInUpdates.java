package answers.trained;

import answers.Base;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Training writes a table of the classes into a weight that no optimizer updates. */
@Answers("iris")
final class LookupInUpdates extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        (Layer)
            (context, x) -> {
              Ops tf = context.tf();
              Operand<TFloat32> table =
                  context.addWeight("table", Shape.of(80, 3), Initializer.ZEROS, false, null);
              Operand<TFloat32> weight =
                  context.addWeight("kernel", Shape.of(4, 3), Initializer.ZEROS, true, null);
              context.updateWeight("table", tf.constant(LookupInConstants.table()));
              Operand<TFloat32> answers = LookupInConstants.lookUp(tf, x, table);
              return tf.nn.softmax(tf.math.add(answers, tf.linalg.matMul(x, weight)));
            });
  }
}
