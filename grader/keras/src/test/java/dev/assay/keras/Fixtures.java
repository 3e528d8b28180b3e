package dev.assay.keras;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Predictor;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.Trainer;
import dev.assay.keras.training.TrainerOptions;
import dev.assay.keras.training.TrainingListener;
import dev.assay.keras.training.TrainingResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;

/** Small data and models. */
final class Fixtures {
  /** A step size that leaves every weight as it is. */
  static final SGD FROZEN = SGD.withLearningRate(1e-30);

  static final Offset<Float> FLOAT = Offset.offset(1e-5f);

  private Fixtures() {}

  static TensorData floats(List<Integer> shape, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return new TensorData(ElementType.FLOAT32, shape, bytes.flip());
  }

  static TensorData targets(double... values) {
    return floats(List.of(values.length), values);
  }

  static TensorData classes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return new TensorData(ElementType.INT32, List.of(values.length), bytes.flip());
  }

  static TensorData pixels(List<Integer> shape, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return new TensorData(ElementType.UINT8, shape, bytes.flip());
  }

  /** The numbers 1 to n. */
  static double[] upTo(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  static float[] weight(double... values) {
    float[] weight = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      weight[i] = (float) values[i];
    }
    return weight;
  }

  static Layer identity() {
    return Layer.lambda((tf, x) -> tf.identity(x));
  }

  static TensorSpec spec(TensorData features) {
    return new TensorSpec(features.type(), features.shape().subList(1, features.shape().size()));
  }

  static ModelGraph graph(
      TensorData features, Optimizer optimizer, Loss loss, List<Metric> metrics, Layer... layers) {
    return ModelGraph.trace(
        Sequential.of(layers).compile(optimizer, loss, metrics.toArray(Metric[]::new)),
        spec(features),
        1);
  }

  /** A graph whose loss does not matter. */
  static ModelGraph graph(TensorData features, Layer... layers) {
    return graph(features, FROZEN, Loss.MEAN_SQUARED_ERROR, List.of(), layers);
  }

  static float[] predict(ModelGraph graph, Map<String, float[]> weights, TensorData features) {
    try (Predictor predictor = new Predictor(graph, weights, 1)) {
      return predictor.predict(features);
    }
  }

  static Map<String, Double> evaluate(
      ModelGraph graph, Map<String, float[]> weights, Labelled data) {
    try (Predictor predictor = new Predictor(graph, weights, 1)) {
      return predictor.evaluate(data, "");
    }
  }

  /** How training went, with the weights of the best epoch; without any where there was none. */
  record Run(TrainingResult result, Map<String, float[]> best) {
    double value(int epoch, String key) {
      return result.history().get(epoch - 1).values().getOrDefault(key, Double.NaN);
    }

    float[] best(String weight) {
      return best.getOrDefault(weight, new float[0]);
    }
  }

  static Run train(ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, long seed) {
    Keeper keeper = new Keeper();
    try (Trainer trainer = new Trainer(graph, plan, train, validation, TrainerOptions.seed(seed))) {
      return new Run(trainer.fit(keeper), keeper.best);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Run train(ModelGraph graph, FitPlan plan, Labelled data) {
    return train(graph, plan, data, data, 1);
  }

  /** Keeps the best weights. */
  static final class Keeper implements TrainingListener {
    private Map<String, float[]> best = new LinkedHashMap<>();

    @Override
    public void onEpoch(EpochResult result) {}

    @Override
    public void onBest(Map<String, float[]> weights) {
      best = weights;
    }

    Map<String, float[]> best() {
      return best;
    }
  }
}
