package answers.trained;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Passes; draws random numbers for weights, order and dropout. */
@Answers("iris")
final class Good extends Base {
  static {
    System.err.println("the candidate was here");
  }

  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Normalization.layer(),
        Dense.of(16).activation(Activation.RELU),
        Dropout.of(0.1),
        Dense.of(spec.classes()).activation(Activation.SOFTMAX));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(40)
        .batchSize(16)
        .callbacks(ModelCheckpoint.best("val_loss"), CSVLogger.to("training.csv"));
  }
}
