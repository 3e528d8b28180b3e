// BUILD_ERROR
// sampleWeights must return a weight for each example, of shape (batch) or (batch, 1).
// Received: (None, 4). Reduce its other axes
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** A weight for each feature, not for each example. */
@Answers("iris")
final class SampleWeightsOfAnotherShape extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(Dense.of(spec.classes()).activation(Activation.SOFTMAX))
        .sampleWeights((tf, x, y) -> x);
  }
}
