// ACCEPTED
// NO_PROBABILITIES
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** What is worth a warning of a member is so of the model that combines members. */
@Answers("iris")
final class CombinerWithoutSoftmax extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    Model one = compiled(Dense.of(spec.classes()).activation(Activation.SOFTMAX));
    Model two = compiled(Dense.of(spec.classes()).activation(Activation.SOFTMAX));
    return Members.of(one, two).combinedBy(compiled(Dense.of(spec.classes())));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(5).ensemble(Ensemble.stacking(3));
  }
}
