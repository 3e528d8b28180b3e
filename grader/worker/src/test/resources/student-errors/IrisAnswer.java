package answers;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
public final class IrisAnswer implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(
            Normalization.layer(),
            Dense.of(16).activation(RELU),
            Dense.of(spec.classes()).activation(SOFTMAX))
        .compile(
            Adam.withLearningRate(0.02), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(40).batchSize(16).callbacks(EarlyStopping.on("val_loss"));
  }
}
