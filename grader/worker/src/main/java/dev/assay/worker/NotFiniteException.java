package dev.assay.worker;

import java.util.Map;

/** A weight of a model became NaN or infinite, which a loss that is finite need not show. */
final class NotFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private NotFiniteException(String message) {
    super(message);
  }

  /**
   * Looks at all values.
   *
   * @param when they were these, for people
   * @throws NotFiniteException naming the first weight that has another
   */
  static void check(Map<String, float[]> weights, String when) {
    weights.forEach(
        (name, values) -> {
          for (float value : values) {
            if (!Float.isFinite(value)) {
              throw new NotFiniteException("The weight %s is %s %s.".formatted(name, value, when));
            }
          }
        });
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
