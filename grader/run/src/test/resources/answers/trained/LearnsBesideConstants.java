package answers.trained;

import answers.Base;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Learns from random features that it brings along: many numbers, and no answer among them. */
@Answers("iris")
final class LearnsBesideConstants extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Normalization.layer(),
        Layer.lambda(LearnsBesideConstants::project),
        Dense.of(spec.classes()),
        Softmax.layer());
  }

  private static Operand<TFloat32> project(Ops tf, Operand<TFloat32> x) {
    Random random = new Random(1);
    float[][] projection = new float[4][60];
    for (float[] row : projection) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return tf.math.tanh(tf.linalg.matMul(x, tf.constant(projection)));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(20).batchSize(16);
  }
}
