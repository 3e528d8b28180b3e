package answers.trained;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Few parameters, but a batch is blown up beyond all memory: 32 x 4 x 64 Mi numbers are 32 GiB. */
@Answers("iris")
final class LargeActivations extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda(
            (tf, x) ->
                tf.math.mean(
                    tf.tile(
                        tf.expandDims(x, tf.constant(2)), tf.constant(new int[] {1, 1, 1 << 26})),
                    tf.constant(2))),
        Dense.of(spec.classes()).activation(Activation.SOFTMAX));
  }
}
