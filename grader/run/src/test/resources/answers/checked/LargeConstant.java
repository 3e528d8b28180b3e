// CONTRACT_VIOLATION
// of shape (16385) takes more than the 65,536 bytes that are allowed
// compute large tables in the graph
package answers.checked;

import answers.Base;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** It carries a table that is a number too long. */
@Answers("iris")
final class LargeConstant extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda(
            (tf, x) -> tf.math.add(x, tf.sum(tf.constant(new float[16_385]), tf.constant(0)))),
        Dense.of(spec.classes()));
  }
}
