// BUILD_ERROR
// The model's operations cannot be counted
// a mask of zeros and ones selects
package answers.checked;

import answers.Base;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** How many values are summed depends on the features. */
@Answers("iris")
final class ComputesWithWhatIsPositive extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda(
            (tf, x) ->
                tf.math.mul(
                    x,
                    tf.sum(
                        tf.gatherNd(x, tf.where(tf.math.greater(x, tf.constant(0f)))),
                        tf.constant(0)))),
        Dense.of(spec.classes()));
  }
}
