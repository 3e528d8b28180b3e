package dev.assay.keras;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.assertj.core.data.Offset;

/** Small data and models. */
public final class Fixtures {
  /** A step size that leaves every weight as it is. */
  public static final SGD FROZEN = SGD.withLearningRate(1e-30);

  public static final Offset<Float> FLOAT = Offset.offset(1e-5f);

  private Fixtures() {}

  public static TensorData floats(List<Integer> shape, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return new TensorData(ElementType.FLOAT32, shape, bytes.flip());
  }

  public static TensorData targets(double... values) {
    return floats(List.of(values.length), values);
  }

  public static TensorData classes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return new TensorData(ElementType.INT32, List.of(values.length), bytes.flip());
  }

  public static TensorData pixels(List<Integer> shape, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return new TensorData(ElementType.UINT8, shape, bytes.flip());
  }

  /** The numbers 1 to n. */
  public static double[] upTo(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  public static float[] weight(double... values) {
    float[] weight = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      weight[i] = (float) values[i];
    }
    return weight;
  }

  public static Layer identity() {
    return Layer.lambda((tf, x) -> tf.identity(x));
  }

  public static TensorSpec spec(TensorData features) {
    return new TensorSpec(features.type(), features.shape().subList(1, features.shape().size()));
  }

  public static ModelGraph graph(
      TensorData features, Optimizer optimizer, Loss loss, List<Metric> metrics, Layer... layers) {
    return ModelGraph.trace(
        Sequential.of(layers).compile(optimizer, loss, metrics.toArray(Metric[]::new)),
        spec(features),
        1);
  }

  /** A graph whose loss does not matter. */
  public static ModelGraph graph(TensorData features, Layer... layers) {
    return graph(features, FROZEN, Loss.MEAN_SQUARED_ERROR, List.of(), layers);
  }
}
