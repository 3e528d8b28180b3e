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
 * @param entry where the data comes from
 */
public record Assignment(Problem problem, ProblemVariant variant, DatasetEntry entry) {
  /**
   * On the catalogue's data.
   *
   * @throws IllegalArgumentException when it has none under the problem's id and the variant's name
   */
  public Assignment(Problem problem, ProblemVariant variant) {
    this(problem, variant, Catalogue.standard().entry(problem.id(), variant.name()));
  }
}
