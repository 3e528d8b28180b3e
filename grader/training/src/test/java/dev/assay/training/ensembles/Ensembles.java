package dev.assay.training.ensembles;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.spec;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Part;
import dev.assay.training.FitResult;
import dev.assay.training.Fitter;
import dev.assay.training.TrainerOptions;
import dev.assay.training.TrainingListener;
import dev.assay.training.Trainings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ensembles of small models, trained on three clouds of points. */
final class Ensembles {
  static final SparseCategoricalCrossentropy SPARSE = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
  static final Labelled DATA = blobs(120, 1);
  static final Labelled VALIDATION = blobs(60, 2);

  /** Trained once for all tests that only look. */
  static final Trained BAGGED = bagged(1);

  static final Trained STACKED = stacked(1);

  private Ensembles() {}

  /** Three classes around the corners of a triangle. */
  private static Labelled blobs(int rows, long seed) {
    Random random = new Random(seed);
    double[] features = new double[2 * rows];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i % 3;
      features[2 * i] = 10 + (labels[i] == 1 ? 2 : 0) + random.nextGaussian();
      features[2 * i + 1] = -5 + (labels[i] == 2 ? 2 : 0) + random.nextGaussian();
    }
    return new Labelled(floats(List.of(rows, 2), features), classes(labels));
  }

  static Model model(Loss loss, Layer... layers) {
    return Sequential.of(layers).compile(Adam.withLearningRate(0.05), loss, Metric.ACCURACY);
  }

  static Model softmax(int hidden) {
    return model(
        SPARSE,
        Normalization.layer(),
        Dense.of(hidden).activation(Activation.RELU),
        Dropout.of(0.1),
        Dense.of(3).activation(Activation.SOFTMAX));
  }

  /** What was kept of a training, and what was heard of it. */
  static final class Log implements TrainingListener {
    final List<String> parts = new ArrayList<>();
    final List<EpochResult> epochs = new ArrayList<>();
    Map<String, float[]> weights = Map.of();

    @Override
    public void onPart(Part part) {
      parts.add(part.show());
    }

    @Override
    public void onEpoch(EpochResult result) {
      epochs.add(result);
    }

    @Override
    public void onBest(Map<String, float[]> best) {
      weights = best;
    }
  }

  record Trained(ModelGraph graph, Log log, FitResult result) {}

  static Trained train(Model model, FitPlan plan, Labelled data, long seed) {
    ModelGraph graph = plan.ensemble().trace(model, spec(data.features()), null, seed);
    Log log = new Log();
    try {
      Fitter fitter = new Fitter(graph, plan, data, VALIDATION, TrainerOptions.seed(seed));
      return new Trained(graph, log, fitter.fit(log));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Trained bagged(long seed) {
    return train(softmax(8), FitPlan.epochs(4).ensemble(Ensemble.bagging(3)), DATA, seed);
  }

  static Trained stacked(long seed) {
    return train(
        Members.of(softmax(8), softmax(2), softmax(4)),
        FitPlan.epochs(3).ensemble(Ensemble.stacking(2)),
        DATA,
        seed);
  }

  /** A member's outputs for the validation set. */
  static float[] outputs(Trained trained, Manifest member) {
    return Trainings.predict(
        trained.graph().part(member), trained.log().weights, VALIDATION.features());
  }

  /** What a stack has learnt to weigh its members by. */
  static float[] scores(Map<String, float[]> weights) {
    return weights.getOrDefault("combiner/weighted_average/scores", new float[0]);
  }
}
