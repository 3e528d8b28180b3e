package answers;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/** A good answer, of which each case changes a part. */
public abstract class Base implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Normalization.layer(),
        Dense.of(16).activation(RELU),
        Dense.of(spec.classes()).activation(SOFTMAX));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(5).callbacks(ModelCheckpoint.best("val_loss"));
  }

  protected static Model compiled(Layer... layers) {
    return Sequential.of(layers)
        .compile(
            Adam.withLearningRate(0.05), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }
}
