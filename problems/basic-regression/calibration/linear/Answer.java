package linear;

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

/** A linear model; with a rate at which its bias, about 20, is reached within the epochs. */
@Answers("basic-regression")
public final class Answer implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(Normalization.layer(), Dense.of(1))
        .compile(
            Adam.withLearningRate(0.1),
            Loss.MEAN_SQUARED_ERROR,
            Metric.MEAN_ABSOLUTE_ERROR,
            Metric.R2_SCORE);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(200)
        .batchSize(32)
        .callbacks(ModelCheckpoint.best("val_loss"), EarlyStopping.on("val_loss").patience(20));
  }
}
