import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(2).callbacks(EarlyStopping.on("\u001b[31m" + "x".repeat(100_000)));
  }
}
