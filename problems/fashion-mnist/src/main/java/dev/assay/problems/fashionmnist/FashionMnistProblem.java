package dev.assay.problems.fashionmnist;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;
import dev.assay.problems.fashionmnist.garments.FreshGarments;

/** The problem of recognising garments. */
public final class FashionMnistProblem extends ResourceProblem {
  public FashionMnistProblem() {
    super(
        "fashion-mnist",
        "Fashion-MNIST",
        Task.MULTICLASS_CLASSIFICATION,
        new ProblemVariant(
            Garments.full(),
            PassRule.accuracy(0.88, 0.70, 0.80, 0.84, 0.86),
            new Limits(50, 5_000_000, 200, 20, 3600, Limits.IMAGE_BUILT_IN_BYTES)),
        new ProblemVariant(
            Garments.embedded(),
            PassRule.accuracy(0.88, 0.60, 0.70, 0.78, 0.84),
            new Limits(100, 5_000_000, 200, 20, 900, Limits.IMAGE_BUILT_IN_BYTES),
            FreshGarments::new));
  }
}
