// BUILD_ERROR
// The model cannot be trained
package answers.checked;

import answers.Base;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Its output does not depend on its weights. */
@Answers("iris")
final class NoGradient extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Dense.of(spec.classes()), Layer.lambda((tf, x) -> tf.math.round(tf.zerosLike(x))));
  }
}
