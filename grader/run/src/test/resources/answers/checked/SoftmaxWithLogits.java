// ACCEPTED
// ACTIVATION_AND_LOGITS
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class SoftmaxWithLogits extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(Dense.of(spec.classes()).activation(Activation.SOFTMAX))
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits());
  }
}
