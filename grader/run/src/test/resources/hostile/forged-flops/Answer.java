import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  private ProblemSpec spec;

  @Override
  public Model build(ProblemSpec given) {
    spec = given;
    return super.build(given);
  }

  /** The weights, and so the description, are those of the small model. */
  @Override
  void forge(GraphDef.Builder graph) {
    Model large = model(spec, Layer.lambda(Answer::multiply));
    graph
        .clear()
        .mergeFrom(ModelGraph.trace(large, spec.input(), spec.labels(), spec.seed()).graphDef());
  }

  /** 2 * 20,000 * 20,000 * 20,000 operations. */
  private static Operand<TFloat32> multiply(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> one = tf.sum(x, tf.constant(new int[] {0, 1}));
    Operand<TFloat32> wide = tf.broadcastTo(one, tf.constant(new int[] {20_000, 20_000}));
    return tf.math.add(x, tf.sum(tf.linalg.matMul(wide, wide), tf.constant(new int[] {0, 1})));
  }
}
