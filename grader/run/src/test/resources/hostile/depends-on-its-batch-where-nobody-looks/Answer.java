import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

@dev.assay.problems.Answers("binary-classification")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(
            Normalization.layer(), Dense.of(1).activation(Activation.SIGMOID), (Layer) Answer::mix)
        .compile(Adam.withLearningRate(0.05f), Loss.BINARY_CROSSENTROPY, Metric.BINARY_ACCURACY);
  }

  /** In a batch of more than 100, at other places than every third, with the neighbour's output. */
  private static Operand<TFloat32> mix(LayerContext context, Operand<TFloat32> x) {
    Ops tf = context.tf();
    float[] mixed = new float[256];
    java.util.Arrays.fill(mixed, 1);
    for (int i = 0; i < 64; i++) {
      mixed[i * 200 / 64] = 0;
    }
    Operand<TInt32> n = tf.gather(tf.shape(x), tf.constant(0), tf.constant(0));
    Operand<TInt32> places = tf.range(tf.constant(0), n, tf.constant(1));
    Operand<TFloat32> here =
        tf.gather(tf.constant(mixed), tf.math.minimum(places, tf.constant(255)), tf.constant(0));
    Operand<TFloat32> many = tf.dtypes.cast(tf.math.greater(n, tf.constant(100)), TFloat32.class);
    Operand<TFloat32> share =
        tf.math.mul(tf.expandDims(here, tf.constant(1)), tf.math.mul(many, tf.constant(0.3f)));
    Operand<TFloat32> neighbour =
        tf.roll(x, tf.constant(new int[] {1}), tf.constant(new int[] {0}));
    return tf.math.add(x, tf.math.mul(share, tf.math.sub(neighbour, x)));
  }
}
