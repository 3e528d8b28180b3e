package dev.assay.run.grading;

import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FeatureSpec;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.ProblemVariant;

/**
 * A problem with the data set that it is graded on.
 *
 * @param problem what is asked
 * @param variant data set, pass rule and limits
 */
public record Assignment(Problem problem, ProblemVariant variant) {
  /** The description of the data. */
  public DatasetEntry entry() {
    return variant.data();
  }

  /**
   * Describes the problem to a builder; the data itself is not needed for it.
   *
   * @param seed the run's, which splits the data and so is not told: the builder gets another
   */
  public ProblemSpec spec(long seed) {
    FeatureSpec features = entry().features();
    return new ProblemSpec(
        problem.id(),
        variant.name(),
        new TensorSpec(ElementType.valueOf(features.type().name()), features.shape()),
        problem.task(),
        entry().target().classes().size(),
        variant.limits(),
        BuilderSeed.of(seed));
  }
}
