package dev.assay.similarity;

import java.util.List;

/**
 * What the answers of a class share. It has no verdict and no points, and changes none.
 *
 * @param answers how many answers were compared
 * @param groups answers with equal models or equal files, the largest group last
 * @param pairs answers that share many rare choices, the pair that shares most first
 */
public record SimilarityReport(int answers, List<EqualGroup> groups, List<SimilarPair> pairs) {
  public SimilarityReport {
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
  }
}
