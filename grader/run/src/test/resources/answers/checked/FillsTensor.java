// MEMORY_LIMIT
// it asked for more than the 2048 MiB that are allowed in all
// OOM when allocating tensor
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;

/** A kernel that TensorFlow runs is refused memory. */
@Answers("iris")
final class FillsTensor extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      tf.fill(tf.constant(new int[] {100, 1 << 25}), tf.constant(1f)).asTensor();
    }
    return super.build(spec);
  }
}
