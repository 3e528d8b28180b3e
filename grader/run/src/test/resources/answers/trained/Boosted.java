package answers.trained;

import answers.Base;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Passes: three networks, each trained on what those before it got wrong, vote. */
@Answers("iris")
final class Boosted extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(6).batchSize(16).ensemble(Ensemble.boosting(3));
  }
}
