package dev.assay.report.exam;

import dev.assay.report.checks.Components;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the attempts at a problem of an exam came to.
 *
 * @param problem its id
 * @param category the title of the part of the exam that it was drawn for
 * @param weight of its points beside those of the other problems, positive
 * @param allowed how many attempts were allowed
 * @param best the number of the attempt that counts; null where none was graded
 * @param points the final points, in [0, maxPoints]
 * @param maxPoints the most there are
 * @param score the final score, on the examples that no attempt has seen; null where there is none
 * @param data the variant of the data, with where its hidden examples come from; null where none
 *     was loaded
 * @param seconds the time of the exam before its attempts arrived, since the arrival before
 * @param findings the codes of what was noticed in the attempt that counts, the most important
 *     first
 * @param attempts all, the first one first
 */
public record ExamProblem(
    String problem,
    String category,
    double weight,
    int allowed,
    @Nullable Integer best,
    int points,
    int maxPoints,
    @Nullable PartScore score,
    @Nullable String data,
    double seconds,
    List<String> findings,
    List<ExamAttempt> attempts) {
  /** The points of an answer that passes. */
  public static final int MAX_POINTS = 5;

  /** Checks and copies the components. */
  public ExamProblem {
    Components.text("problem", problem);
    Components.text("category", category);
    findings = Components.list("findings", findings);
    attempts = Components.list("attempts", attempts);
  }

  /** How many attempts were used up. */
  public int used() {
    return (int)
        attempts.stream()
            .filter(a -> a.verdict() == null || a.verdict().countsAgainstCandidate())
            .count();
  }
}
