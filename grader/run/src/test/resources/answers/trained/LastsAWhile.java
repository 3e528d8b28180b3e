package answers.trained;

import answers.Base;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** A good answer that is still being trained for seconds after its first epoch. */
@Answers("iris")
final class LastsAWhile extends Base {
  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(300).batchSize(1).callbacks(ModelCheckpoint.best("val_loss"));
  }
}
