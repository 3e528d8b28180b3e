package dev.assay.run;

import dev.assay.datasets.Catalogue;
import dev.assay.datasets.DatasetEntry;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;

/**
 * A problem with the data set that it is graded on.
 *
 * @param problem what is asked
 * @param variant data set, pass rule and limits
 */
public record Assignment(Problem problem, ProblemVariant variant) {
  /** The catalogue's entry for the data. */
  public DatasetEntry entry() {
    return Catalogue.standard().entry(problem.id(), variant.name());
  }
}
