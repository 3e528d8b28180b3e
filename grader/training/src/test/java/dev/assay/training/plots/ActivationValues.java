package dev.assay.training.plots;

import dev.assay.keras.GraphSession;
import dev.assay.keras.activations.ActivationFunction;
import dev.assay.training.plots.LinePlot.Point;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the library's activation functions give, computed by TensorFlow. */
final class ActivationValues {
  /** A slope that changes by more than this from one point to the next jumps. */
  private static final double JUMP = 0.5;

  private ActivationValues() {}

  /** The function's values at these inputs. */
  static List<Point> values(ActivationFunction function, float[] inputs) {
    return points(inputs, run(function, inputs, new int[] {inputs.length}, false));
  }

  /** The function's slopes at these inputs, with a gap where they jump. */
  static List<Point> slopes(ActivationFunction function, float[] inputs) {
    return points(inputs, run(function, inputs, new int[] {inputs.length}, true));
  }

  /**
   * One output of a function of several inputs, the first of which moves.
   *
   * @param others the inputs that stay
   */
  static List<Point> output(
      ActivationFunction function, int output, float[] first, float... others) {
    int width = others.length + 1;
    float[] rows = new float[first.length * width];
    for (int row = 0; row < first.length; row++) {
      rows[row * width] = first[row];
      System.arraycopy(others, 0, rows, row * width + 1, others.length);
    }
    float[] all = run(function, rows, new int[] {first.length, width}, false);
    float[] one = new float[first.length];
    for (int row = 0; row < first.length; row++) {
      one[row] = all[row * width + output];
    }
    return points(first, one);
  }

  private static float[] run(
      ActivationFunction function, float[] inputs, int[] shape, boolean slopes) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> input = tf.reshape(tf.constant(inputs), tf.constant(shape));
      Output<TFloat32> output = function.apply(tf, input).asOutput();
      Output<?> fetched =
          slopes ? graph.addGradients(output, new Output<?>[] {input.asOutput()})[0] : output;
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(fetched).run()) {
        return GraphSession.floats((TFloat32) result.get(0));
      }
    }
  }

  private static List<Point> points(float[] inputs, float[] outputs) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      if (i > 0 && Math.abs(outputs[i] - outputs[i - 1]) > JUMP) {
        points.add(new Point(inputs[i], Double.NaN));
      }
      points.add(new Point(inputs[i], outputs[i]));
    }
    return points;
  }
}
