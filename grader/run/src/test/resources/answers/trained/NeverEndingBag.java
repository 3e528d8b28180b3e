package answers.trained;

import answers.Base;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Trains its first member for hours. */
@Answers("iris")
final class NeverEndingBag extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(1_000_000).batchSize(1).ensemble(Ensemble.bagging(2));
  }
}
