// CONTRACT_VIOLATION
// draws random numbers when it predicts (RandomStandardNormal)
// GaussianNoise
package answers.checked;

import answers.Base;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.types.TFloat32;

/** Noise that is not switched off for prediction: a reload would never give the same loss. */
@Answers("iris")
final class DrawsInServing extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda(
            (tf, x) -> tf.math.add(x, tf.random.randomStandardNormal(tf.shape(x), TFloat32.class))),
        Dense.of(spec.classes()));
  }
}
