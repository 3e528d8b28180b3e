// java.lang.IllegalArgumentException: Layer conv2d (Conv2D), the 2nd of the model: Conv2D needs an
// input of rank 4
// Received: shape (None, 8)
// never: .java:
package builders;

import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class LayerRefusesItsInput extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(Dense.of(8), Conv2D.of(4, 3), Dense.of(spec.classes()))
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits());
  }
}
