// CONTRACT_VIOLATION
// The output dense_1 has shape (None, 2), but the labels of iris need (None, 3).
// End with Dense.of(3).
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Model;
import dev.assay.keras.optimizers.Adam;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** A second output that has fewer values than there are classes. */
@Answers("iris")
final class EarlyExitOfAnotherWidth extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    Input x = Input.layer();
    Node output = Dense.of(spec.classes()).activation(Activation.SOFTMAX).apply(x);
    Node early = Dense.of(2).activation(Activation.SOFTMAX).apply(x);
    return Functional.of(x, output, early)
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }
}
