package dev.assay.problems.multilabel;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;
import dev.assay.problems.multilabel.pump.FreshReadings;

/** The problem of naming all faults of a pump from its sensors. */
public final class MultiLabelProblem extends ResourceProblem {
  public MultiLabelProblem() {
    super(
        "multi-label",
        "Multi-label classification",
        Task.MULTILABEL_CLASSIFICATION,
        new ProblemVariant(
            Pumps.embedded(),
            PassRule.macroF1(0.80, 0.40, 0.55, 0.65, 0.75),
            new Limits(300, 100_000, 10, 20, 300),
            FreshReadings::new));
  }
}
