package dev.assay.training.losses;

import static dev.assay.keras.Fixtures.floats;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * What a step of training shows of a loss.
 *
 * @param loss before the step
 * @param gradient by each value that came in
 */
record LossSlope(double loss, List<Float> gradient) {
  /**
   * Small, so that the loss after the step is finite too, and a power of 2, so that it is exact.
   */
  private static final float RATE = 1f / (1 << 20);

  /**
   * Adds a weight of zeros for each value that comes in, so that a step leaves the gradient there,
   * times the negative rate. Each row of the features ends with its own one-hot vector.
   */
  private record Probe(int rows, int outputs) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      var tf = context.tf();
      var weight = context.addWeight("w", Shape.of(rows, outputs), Initializer.ZEROS, true, null);
      var begin = tf.constant(new int[] {0, 0});
      var values = tf.slice(input, begin, tf.constant(new int[] {-1, outputs}));
      var own =
          tf.slice(input, tf.constant(new int[] {0, outputs}), tf.constant(new int[] {-1, rows}));
      return tf.math.add(values, tf.linalg.matMul(own, weight));
    }
  }

  private static TensorData probed(double[] values, int rows, int outputs) {
    double[] features = new double[rows * (outputs + rows)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * outputs, features, row * (outputs + rows), outputs);
      features[row * (outputs + rows) + outputs + row] = 1;
    }
    return floats(List.of(rows, outputs + rows), features);
  }

  /**
   * Trains one step.
   *
   * @param end what the values go through before they are the model's outputs
   * @param values row after row
   * @param outputs how many values a row has
   */
  static LossSlope of(Loss loss, Activation end, double[] values, int outputs, TensorData labels) {
    int rows = labels.rows();
    Labelled data = new Labelled(probed(values, rows, outputs), labels);
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            SGD.withLearningRate(RATE),
            loss,
            List.of(),
            new Probe(rows, outputs),
            ActivationLayer.of(end));
    Run run = Trainings.train(graph, FitPlan.epochs(1).batchSize(rows), data);
    List<Float> gradient = new ArrayList<>();
    for (float step : run.best("probe/w")) {
      gradient.add(-step / RATE);
    }
    return new LossSlope(run.value(1, "loss"), gradient);
  }
}
