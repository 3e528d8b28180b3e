// java.lang.ArithmeticException: / by zero
// at builders.LambdaThrows.lambda$build$
// Layer lambda (Lambda), the 1st of the model. Received input shape (None, 4)
package builders;

import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class LambdaThrows extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    int zero = spec.classes() - 3;
    return Sequential.of(
            Layer.lambda((tf, x) -> tf.math.mul(x, tf.constant(1f / (1 / zero)))),
            Dense.of(spec.classes()))
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits());
  }
}
