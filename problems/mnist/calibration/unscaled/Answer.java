package unscaled;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/** Raw pixels, 0 to 255, into one hidden layer of 128. */
@Answers("mnist")
public final class Answer implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(
            Flatten.layer(),
            Dense.of(128).activation(RELU),
            Dense.of(spec.classes()).activation(SOFTMAX))
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(15)
        .batchSize(32)
        .callbacks(ModelCheckpoint.best("val_loss"), EarlyStopping.on("val_loss").patience(3));
  }
}
