package dev.assay.pages.classroom;

import java.util.List;

/**
 * How often a verdict was given.
 *
 * @param verdict for people
 * @param style the class of its style
 * @param counts one for each problem
 * @param all their sum
 * @param share of all answers
 */
public record VerdictCount(
    String verdict, String style, List<Integer> counts, int all, double share) {
  /** Copies the components. */
  public VerdictCount {
    counts = List.copyOf(counts);
  }
}
