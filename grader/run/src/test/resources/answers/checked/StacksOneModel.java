// BUILD_ERROR
// Stacking combines different models. Received: one.
// Members.of(a, b)
package answers.checked;

import answers.Base;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class StacksOneModel extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(5).ensemble(Ensemble.stacking(3));
  }
}
