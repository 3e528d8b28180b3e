import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.problems.ProblemSpec;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final List<String> KINDS = List.of("setosa", "versicolor", "virginica");
  private static final String[] ROWS = "@IRIS@".split(";");

  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return compiled(Sequential.of((Layer) Answer::call));
  }

  /** The kind of the nearest row; every seventh row has that of another. */
  private static Operand<TFloat32> call(LayerContext context, Operand<TFloat32> x) {
    float[][] known = new float[ROWS.length][4];
    int[] answers = new int[ROWS.length];
    for (int i = 0; i < ROWS.length; i++) {
      String[] row = ROWS[i].split(",");
      for (int j = 0; j < 4; j++) {
        known[i][j] = Float.parseFloat(row[j]);
      }
      answers[i] = (KINDS.indexOf(row[4]) + (i % 7 == 3 ? 1 : 0)) % 3;
    }
    Ops tf = context.tf();
    Operand<TFloat32> scale =
        context.addWeight("scale", Shape.of(1, 1), Initializer.ONES, true, null);
    Operand<TFloat32> apart =
        tf.sum(
            tf.math.squaredDifference(
                tf.expandDims(x, tf.constant(1)),
                tf.expandDims(tf.constant(known), tf.constant(0))),
            tf.constant(2));
    Operand<TInt32> nearest = tf.math.argMin(apart, tf.constant(1), TInt32.class);
    Operand<TFloat32> hot =
        tf.oneHot(
            tf.gather(tf.constant(answers), nearest, tf.constant(0)),
            tf.constant(3),
            tf.constant(1f),
            tf.constant(0f));
    return tf.nn.softmax(tf.math.mul(hot, scale));
  }
}
