// FitPlan: epochs and batchSize must be positive. Received: epochs=0
package builders;

import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class FitThrows extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(0);
  }
}
