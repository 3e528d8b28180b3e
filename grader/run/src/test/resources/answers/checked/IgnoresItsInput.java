// CONTRACT_VIOLATION
// does not depend on its input
// Compute the output from the layer's input.
package answers.checked;

import answers.Base;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** It knows of its input only how many examples there are. */
@Answers("iris")
final class IgnoresItsInput extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(Layer.lambda((tf, x) -> tf.zerosLike(x)), Dense.of(spec.classes()));
  }
}
