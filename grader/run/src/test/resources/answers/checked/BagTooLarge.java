// CONTRACT_VIOLATION
// parameters; iris allows 100,000
// or use fewer members
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** A model of 8,003 parameters is allowed, but not 20 of them. */
@Answers("iris")
final class BagTooLarge extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(Dense.of(1000), Dense.of(spec.classes()).activation(Activation.SOFTMAX));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(5).ensemble(Ensemble.bagging(20));
  }
}
