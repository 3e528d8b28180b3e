// CONTRACT_VIOLATION
// model.pb has
// at most 16777216 are allowed
package answers.checked;

import answers.Base;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class GraphTooLarge extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda(
            (tf, x) ->
                tf.math.add(x, tf.math.mean(tf.constant(new float[5 << 20]), tf.constant(0)))),
        dev.assay.keras.layers.Dense.of(spec.classes()));
  }
}
