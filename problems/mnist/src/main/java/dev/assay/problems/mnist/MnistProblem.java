package dev.assay.problems.mnist;

import dev.assay.problems.ImageTolerance;
import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;

/** The problem of recognising handwritten digits. */
public final class MnistProblem extends ResourceProblem {
  public MnistProblem() {
    super(
        "mnist",
        "MNIST",
        Task.MULTICLASS_CLASSIFICATION,
        new ProblemVariant(
            Digits.full(),
            PassRule.accuracy(0.98, 0.80, 0.90, 0.95, 0.97),
            new Limits(50, 5_000_000, 200, 20, 3600, Limits.IMAGE_BUILT_IN_BYTES)),
        new ProblemVariant(
            Digits.embedded(),
            PassRule.accuracy(0.96, 0.80, 0.88, 0.92, 0.94),
            new Limits(100, 5_000_000, 200, 20, 600, Limits.IMAGE_BUILT_IN_BYTES)));
  }

  /** A mirrored digit is none, and a 6 that is turned round is a 9. */
  @Override
  public ImageTolerance tolerance() {
    return new ImageTolerance(false, false, 45);
  }
}
