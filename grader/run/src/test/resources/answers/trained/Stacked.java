package answers.trained;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import answers.Base;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Passes: a network and a linear model. */
@Answers("iris")
final class Stacked extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return Members.of(
        compiled(
            Normalization.layer(),
            Dense.of(16).activation(RELU),
            Dense.of(spec.classes()).activation(SOFTMAX)),
        compiled(Normalization.layer(), Dense.of(spec.classes()).activation(SOFTMAX)));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(12)
        .batchSize(16)
        .callbacks(EarlyStopping.on("val_loss").patience(5))
        .ensemble(Ensemble.stacking(3));
  }
}
