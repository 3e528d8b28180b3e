// BUILD_ERROR
// fit(spec) returned null
package answers.checked;

import answers.Base;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class FitReturnsNull extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return null;
  }
}
