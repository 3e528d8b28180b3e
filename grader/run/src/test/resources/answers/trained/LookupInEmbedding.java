package answers.trained;

import answers.Base;
import dev.assay.keras.initializers.Identity;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** It computes the class by hand, and its embedding begins as a table of the classes. */
@Answers("iris")
final class LookupInEmbedding extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda((tf, x) -> tf.math.add(above(tf, x, 2, 2.45f), above(tf, x, 3, 1.75f))),
        Embedding.of(3, spec.classes()).embeddingsInitializer(new Identity(20)),
        Softmax.layer());
  }

  private static Operand<TFloat32> above(Ops tf, Operand<TFloat32> x, int column, float limit) {
    Operand<TFloat32> value = tf.stridedSlice(x, Indices.all(), Indices.at(column));
    return tf.dtypes.cast(tf.math.greater(value, tf.constant(limit)), TFloat32.class);
  }
}
