package dev.assay.run;

import dev.assay.datasets.DatasetEntry;
import dev.assay.datasets.Features;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.ProblemSpec;

/** What a candidate's builder is told of a problem; the data itself is not needed for it. */
final class Specs {
  private Specs() {}

  static ProblemSpec of(Assignment assignment, long seed) {
    DatasetEntry entry = assignment.entry();
    Features features = entry.features();
    return new ProblemSpec(
        assignment.problem().id(),
        assignment.variant().name(),
        new TensorSpec(ElementType.valueOf(features.type().name()), features.shape()),
        assignment.problem().task(),
        entry.target().classes().size(),
        assignment.variant().limits(),
        seed);
  }
}
