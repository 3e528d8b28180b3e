import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.problems.ProblemSpec;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return compiled(Sequential.of((Layer) Answer::call));
  }

  /** A class on either side of the limits, and one between them. */
  private static Operand<TFloat32> call(LayerContext context, Operand<TFloat32> x) {
    Ops tf = context.tf();
    Operand<TFloat32> length = tf.stridedSlice(x, Indices.all(), Indices.at(2));
    Operand<TFloat32> width = tf.stridedSlice(x, Indices.all(), Indices.at(3));
    Operand<TFloat32> first = tf.math.sub(limit(context, "length", 2.45f), length);
    Operand<TFloat32> last = tf.math.sub(width, limit(context, "width", 1.75f));
    return tf.nn.softmax(tf.stack(List.of(first, tf.zerosLike(first), last), Stack.axis(1L)));
  }

  private static Operand<TFloat32> limit(LayerContext context, String name, float value) {
    return context.addWeight(name, Shape.scalar(), new Constant(value), true, null);
  }
}
