// ACCEPTED
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class DrawsInTraining extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        GaussianNoise.of(0.1),
        Dropout.of(0.2),
        Dense.of(spec.classes()).activation(Activation.SOFTMAX));
  }
}
