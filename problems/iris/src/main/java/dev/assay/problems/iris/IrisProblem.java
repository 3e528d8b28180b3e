package dev.assay.problems.iris;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;

/** The problem of predicting the species of an iris from four measurements. */
public final class IrisProblem extends ResourceProblem {
  public IrisProblem() {
    super(
        "iris",
        "Iris",
        Task.MULTICLASS_CLASSIFICATION,
        new ProblemVariant(
            Flowers.embedded(),
            PassRule.accuracy(0.90, 0.50, 0.65, 0.75, 0.85),
            new Limits(500, 100_000, 10, 20, 120)));
  }
}
