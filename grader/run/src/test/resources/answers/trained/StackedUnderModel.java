package answers.trained;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import answers.Base;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Passes: a network and a linear model, combined by a trained layer. */
@Answers("iris")
final class StackedUnderModel extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    Model network =
        compiled(
            Normalization.layer(),
            Dense.of(16).activation(RELU),
            Dense.of(spec.classes()).activation(SOFTMAX));
    Model linear = compiled(Normalization.layer(), Dense.of(spec.classes()).activation(SOFTMAX));
    return Members.of(network, linear)
        .combinedBy(compiled(Dense.of(spec.classes()).activation(SOFTMAX)));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(12).batchSize(16).ensemble(Ensemble.stacking(3));
  }
}
