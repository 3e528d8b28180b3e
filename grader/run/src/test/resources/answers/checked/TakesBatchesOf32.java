// BUILD_ERROR
// does not take a batch of one example
// A model must take batches of any size
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Its graph takes batches of 32 only; the last one has fewer. */
@Answers("iris")
final class TakesBatchesOf32 extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda((tf, x) -> tf.reshape(x, tf.constant(new int[] {32, 4}))),
        Dense.of(spec.classes()).activation(Activation.SOFTMAX));
  }
}
