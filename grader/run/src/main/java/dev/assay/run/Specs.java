package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.Features;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.ProblemSpec;

/** What a candidate's builder is told of the data. */
final class Specs {
  private Specs() {}

  static ProblemSpec of(Assignment assignment, Dataset data, long seed) {
    Features features = data.entry().features();
    return new ProblemSpec(
        assignment.problem().id(),
        assignment.variant().name(),
        new TensorSpec(ElementType.valueOf(features.type().name()), features.shape()),
        assignment.problem().task(),
        data.entry().target().classes().size(),
        assignment.variant().limits(),
        seed);
  }
}
