// CONTRACT_VIOLATION
// serving/output does not depend on any weight that is trained
package answers.checked;

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

/** What is trained is not what predicts. */
@Answers("iris")
final class TrainsOtherWeights extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        (Layer)
            (context, x) -> {
              Ops tf = context.tf();
              Operand<TFloat32> weight =
                  context.addWeight("kernel", Shape.of(4, 3), Initializer.ZEROS, true, null);
              return context.training()
                  ? tf.linalg.matMul(x, weight)
                  : tf.stridedSlice(x, Indices.all(), Indices.sliceTo(3));
            });
  }
}
