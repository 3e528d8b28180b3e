package dev.assay.worker;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import java.util.Map;

/** A weight of a model became NaN or infinite, which a loss that is finite need not show. */
final class NotFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  private NotFiniteException(Sentence sentence) {
    super(sentence.code());
    this.sentence = sentence;
  }

  /** What to tell the candidate. */
  Sentence sentence() {
    return sentence;
  }

  /**
   * Looks at all values.
   *
   * @param epoch after which they were these; 0 before the first step
   * @throws NotFiniteException naming the first weight that has another
   */
  static void check(Map<String, float[]> weights, int epoch) {
    weights.forEach(
        (name, values) -> {
          for (float value : values) {
            if (!Float.isFinite(value)) {
              throw new NotFiniteException(
                  Sentence.of(
                      VerdictCode.WEIGHT_NOT_FINITE,
                      "weight",
                      name,
                      "value",
                      value,
                      "epoch",
                      epoch));
            }
          }
        });
  }
}
