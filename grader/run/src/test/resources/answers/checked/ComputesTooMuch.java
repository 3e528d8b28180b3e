// CONTRACT_VIOLATION
// A prediction takes 15.7 million floating-point operations (MFLOPs); iris allows 10.
// Use fewer filters or units
package answers.checked;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import answers.Base;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.UpSampling2D;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Few weights, but each is used for every pixel of a flower that was made an image. */
@Answers("iris")
final class ComputesTooMuch extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Reshape.to(2, 2, 1),
        UpSampling2D.of(28),
        Conv2D.of(16, 3).padding(Padding.SAME).activation(RELU),
        Conv2D.of(16, 3).padding(Padding.SAME).activation(RELU),
        GlobalAveragePooling2D.layer(),
        Dense.of(spec.classes()).activation(SOFTMAX));
  }
}
