// fit(spec) returned null
package builders;

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
