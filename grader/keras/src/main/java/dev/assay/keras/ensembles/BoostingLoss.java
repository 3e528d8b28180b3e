package dev.assay.keras.ensembles;

/**
 * The loss by which boosting of a number weighs the errors of a member: a function of {@code r},
 * the absolute error divided by the largest of all training examples with a weight, from 0 to 1.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Ensemble.boosting(5).loss(); // -> LINEAR
 * Ensemble.boosting(5).loss(BoostingLoss.SQUARE).loss(); // -> SQUARE
 * BoostingLoss.SQUARE.of(0.5); // -> 0.25
 * BoostingLoss.EXPONENTIAL.of(1); // -> 0.63212
 * }</pre>
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/645526.657132">Drucker, Improving Regressors using
 *     Boosting Techniques (1997)</a>
 */
public enum BoostingLoss {
  /** {@code r}. */
  LINEAR,
  /** {@code r^2}, which makes less of small errors. */
  SQUARE,
  /** {@code 1 - exp(-r)}, from 0 to 0.632. */
  EXPONENTIAL;

  /**
   * Returns the loss of an error.
   *
   * @param share the absolute error divided by the largest, from 0 to 1
   */
  public double of(double share) {
    return switch (this) {
      case LINEAR -> share;
      case SQUARE -> share * share;
      case EXPONENTIAL -> 1 - Math.exp(-share);
    };
  }
}
