package dev.assay.problems.binaryclassification;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;

/** The problem of predicting whether a tumour is benign. */
public final class BinaryClassificationProblem extends ResourceProblem {
  public BinaryClassificationProblem() {
    super(
        "binary-classification",
        "Binary classification",
        Task.BINARY_CLASSIFICATION,
        new ProblemVariant(
            Tumours.embedded(),
            PassRule.accuracy(0.95, 0.65, 0.80, 0.88, 0.92),
            new Limits(500, 100_000, 10, 20, 120)));
  }
}
