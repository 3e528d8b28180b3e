// CONTRACT_VIOLATION
// model.json has
// at most 4194304 are allowed
package answers.checked;

import answers.Base;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class SummaryTooLarge extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(5).callbacks(ModelCheckpoint.best("v".repeat(5 << 20)));
  }
}
