package dev.assay.training;

import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trains small models and predicts with them. */
public final class Trainings {
  private Trainings() {}

  public static float[] predict(
      ModelGraph graph, Map<String, float[]> weights, TensorData features) {
    try (Predictor predictor = new Predictor(graph, weights, 1)) {
      return predictor.predict(features);
    }
  }

  public static Map<String, Double> evaluate(
      ModelGraph graph, Map<String, float[]> weights, Labelled data) {
    try (Predictor predictor = new Predictor(graph, weights, 1)) {
      return predictor.evaluate(data, "");
    }
  }

  /** How training went, with the weights of the best epoch; without any where there was none. */
  public record Run(TrainingResult result, Map<String, float[]> best) {
    public double value(int epoch, String key) {
      return result.history().get(epoch - 1).values().getOrDefault(key, Double.NaN);
    }

    public float[] best(String weight) {
      return best.getOrDefault(weight, new float[0]);
    }
  }

  public static Run train(
      ModelGraph graph, FitPlan plan, Labelled train, Labelled validation, long seed) {
    Keeper keeper = new Keeper();
    try (Trainer trainer = new Trainer(graph, plan, train, validation, TrainerOptions.seed(seed))) {
      return new Run(trainer.fit(keeper), keeper.best);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static Run train(ModelGraph graph, FitPlan plan, Labelled data) {
    return train(graph, plan, data, data, 1);
  }

  /** Keeps the best weights. */
  public static final class Keeper implements TrainingListener {
    private Map<String, float[]> best = new LinkedHashMap<>();

    @Override
    public void onEpoch(EpochResult result) {}

    @Override
    public void onBest(Map<String, float[]> weights) {
      best = weights;
    }

    public Map<String, float[]> best() {
      return best;
    }
  }
}
