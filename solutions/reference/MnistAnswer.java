package reference;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/** The course's convolutional network for 28x28 grey images, with dropout before its head. */
@Answers("mnist")
public final class MnistAnswer implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(
            Rescaling.by(1.0 / 255),
            Reshape.to(28, 28, 1),
            Conv2D.of(32, 3).activation(RELU),
            MaxPooling2D.layer(),
            Conv2D.of(64, 3).activation(RELU),
            MaxPooling2D.layer(),
            Conv2D.of(64, 3).activation(RELU),
            Flatten.layer(),
            Dropout.of(0.25),
            Dense.of(64).activation(RELU),
            Dense.of(spec.classes()).activation(SOFTMAX))
        .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(40)
        .batchSize(32)
        .callbacks(ModelCheckpoint.best("val_loss"), EarlyStopping.on("val_loss").patience(5));
  }
}
