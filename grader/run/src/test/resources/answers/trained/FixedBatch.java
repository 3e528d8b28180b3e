package answers.trained;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Its graph takes one example at a time only. */
@Answers("iris")
final class FixedBatch extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda((tf, x) -> tf.reshape(x, tf.constant(new int[] {1, 4}))),
        Dense.of(spec.classes()).activation(Activation.SOFTMAX));
  }
}
