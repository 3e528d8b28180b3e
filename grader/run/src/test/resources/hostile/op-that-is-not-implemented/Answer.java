import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return model(spec, Layer.lambda(Answer::pool));
  }

  /** Over the examples of a batch. */
  private static Operand<TFloat32> pool(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> image = tf.reshape(x, tf.constant(new int[] {-1, 2, 2, 1}));
    Operand<TInt32> window = tf.constant(new int[] {2, 1, 1, 1});
    Operand<TInt32> strides = tf.constant(new int[] {1, 1, 1, 1});
    return tf.reshape(tf.nn.maxPool(image, window, strides, "SAME"), tf.shape(x));
  }
}
