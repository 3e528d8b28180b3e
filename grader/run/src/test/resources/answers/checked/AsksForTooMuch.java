// CONTRACT_VIOLATION
// 1,000 epochs; iris allows 500
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class AsksForTooMuch extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return super.build(spec);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(1000);
  }
}
