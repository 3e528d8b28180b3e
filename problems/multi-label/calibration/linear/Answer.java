package linear;

import static dev.assay.keras.activations.Activation.SIGMOID;

import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
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

/** Scaled inputs and a single layer: a linear model. */
@Answers("multi-label")
public final class Answer implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(
            Normalization.layer(),
            Dense.of(spec.outputs()).activation(SIGMOID))
        .compile(
            Adam.withLearningRate(0.003),
            Loss.BINARY_CROSSENTROPY,
            Metric.F1_SCORE.threshold(0.5));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(100)
        .batchSize(32)
        .callbacks(ModelCheckpoint.best("val_loss"), EarlyStopping.on("val_loss").patience(15));
  }
}
