package dev.assay.diagnosis.facts;

import java.util.List;

/**
 * How an answer did.
 *
 * @param kind whether it passed, or why not
 * @param metric the name of the metric that decides, such as "accuracy" or "r2"
 * @param value what was reached; NaN where nothing was scored
 * @param threshold what passes
 * @param nearThreshold whether another hidden set of this size could have changed the verdict
 * @param confusion how often each class (row) is predicted as each (column) on the hidden set;
 *     empty where there are no classes
 */
public record Outcome(
    Kind kind,
    String metric,
    double value,
    double threshold,
    boolean nearThreshold,
    List<List<Integer>> confusion) {
  /** What an answer's training and scoring came to. */
  public enum Kind {
    PASSED,
    FAILED,
    /** Its loss, a weight or a prediction became NaN or infinite. */
    DIVERGED,
    /** It had not trained to the end when its time was up. */
    TIME_LIMIT
  }

  /** What an answer came to that has no score. */
  public static Outcome unscored(Kind kind) {
    return new Outcome(kind, "", Double.NaN, Double.NaN, false, List.of());
  }

  /** Returns whether symptoms are worth naming: it failed, or could as well have. */
  public boolean isBad() {
    return kind != Kind.PASSED;
  }
}
