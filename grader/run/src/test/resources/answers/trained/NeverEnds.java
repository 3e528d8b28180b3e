package answers.trained;

import answers.Base;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Trains for hours. */
@Answers("iris")
final class NeverEnds extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(1_000_000).batchSize(1);
  }
}
