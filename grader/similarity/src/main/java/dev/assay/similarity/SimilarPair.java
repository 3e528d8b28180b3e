package dev.assay.similarity;

import dev.assay.findings.Sentence;
import java.util.List;

/**
 * Two answers that share rare choices: a reason to read them side by side, and never a verdict.
 *
 * @param first the id of the one
 * @param second the id of the other
 * @param weight how surprising it is that two share so much: the sum of the natural logarithms of
 *     how rare each shared choice is in the class. It orders pairs; it is no probability
 * @param shared how many rare choices they share
 * @param evidence a sentence for each, the rarest first; at most {@link #MOST_EVIDENCE}
 */
public record SimilarPair(
    String first, String second, double weight, int shared, List<Sentence> evidence) {
  /** Sentences of a pair; what is less rare is only counted. */
  public static final int MOST_EVIDENCE = 12;

  public SimilarPair {
    evidence = List.copyOf(evidence);
  }
}
