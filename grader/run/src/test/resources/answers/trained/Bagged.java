package answers.trained;

import answers.Base;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Passes: the average of three networks, each on a resample. */
@Answers("iris")
final class Bagged extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(12).batchSize(16).ensemble(Ensemble.bagging(3));
  }
}
