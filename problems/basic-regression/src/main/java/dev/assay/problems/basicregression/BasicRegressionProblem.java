package dev.assay.problems.basicregression;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;

/** The problem of predicting fuel economy or house values. */
public final class BasicRegressionProblem extends ResourceProblem {
  public BasicRegressionProblem() {
    super(
        "basic-regression",
        "Basic regression",
        Task.REGRESSION,
        new ProblemVariant(
            Tables.full(),
            PassRule.r2(0.80, 0.20, 0.40, 0.60, 0.70),
            new Limits(1000, 100_000, 10, 20, 300)),
        new ProblemVariant(
            Tables.embedded(),
            PassRule.r2(0.75, 0.20, 0.40, 0.55, 0.65),
            new Limits(1000, 100_000, 10, 20, 300)),
        new ProblemVariant(
            Tables.california(),
            PassRule.r2(0.75, 0.20, 0.40, 0.55, 0.65),
            new Limits(200, 500_000, 10, 20, 900)));
  }
}
