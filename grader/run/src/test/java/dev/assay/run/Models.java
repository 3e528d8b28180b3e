package dev.assay.run;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.BuiltModel;
import java.util.List;
import java.util.Map;

/** Models and histories made by hand. */
public final class Models {
  public static final Loss SPARSE = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

  private Models() {}

  /** A single layer of 4 inputs with these outputs. */
  public static BuiltModel of(Loss loss, FitPlan plan, Integer... outputs) {
    TensorSpec input = new TensorSpec(ElementType.FLOAT32, List.of(4));
    TensorSpec output = new TensorSpec(ElementType.FLOAT32, List.of(outputs));
    List<WeightSpec> weights =
        List.of(
            new WeightSpec("dense/kernel", List.of(4, 3), true, Initializer.GLOROT_UNIFORM),
            new WeightSpec("dense/bias", List.of(3), true, Initializer.ZEROS));
    return of(input, output, weights, new Compilation(Adam.defaults(), loss, List.of()), plan);
  }

  /** As {@link #of(Loss, FitPlan, Integer...)}, with other weights and metrics. */
  public static BuiltModel of(List<WeightSpec> weights, FitPlan plan, Metric... metrics) {
    BuiltModel model = of(SPARSE, plan, 3);
    return of(
        model.manifest().input(),
        model.manifest().output(),
        weights,
        new Compilation(Adam.defaults(), SPARSE, List.of(metrics)),
        plan);
  }

  public static BuiltModel of(
      TensorSpec input,
      TensorSpec output,
      List<WeightSpec> weights,
      Compilation compilation,
      FitPlan plan) {
    long parameters = weights.stream().mapToLong(WeightSpec::size).sum();
    return new BuiltModel(
        new Manifest(
            input,
            output,
            new Trace("serving", List.of(), List.of(), List.of()),
            new Trace("training", List.of(), List.of(), List.of()),
            weights,
            List.of(new LayerSummary("dense", "Dense", output, parameters)),
            compilation),
        Parts.NONE,
        27,
        plan);
  }

  public static EpochResult epoch(int epoch, double loss, double validationLoss) {
    Map<String, Double> values = Map.of("loss", loss, "val_loss", validationLoss);
    return new EpochResult(epoch, 0.5, values, 0.001, false);
  }
}
