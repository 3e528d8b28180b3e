package dev.assay.worker;

import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
class Answer implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    Channel.takeStandardOutput();
    return null;
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(1);
  }
}
