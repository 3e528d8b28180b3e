package dev.assay.training.boosting;

import dev.assay.keras.ensembles.BoostingLoss;

/**
 * Weighs members and examples by errors of numbers, as scikit-learn's {@code AdaBoostRegressor}
 * does.
 *
 * @param loss what an error counts
 * @param learningRate what votes are multiplied by
 * @see <a href="https://dl.acm.org/doi/10.5555/645526.657132">Drucker, Improving Regressors using
 *     Boosting Techniques (1997)</a>
 */
public record AdaBoostR2(BoostingLoss loss, double learningRate) {
  /**
   * Judges a member.
   *
   * @param errors absolute, for each training example
   * @param weights by which it was trained
   */
  public BoostingRound round(double[] errors, ExampleWeights weights) {
    double[] losses = losses(errors, weights.largest(errors));
    double error = weights.mean(losses);
    if (error <= 0) {
      return new BoostingRound(0, 1, weights, true);
    }
    if (error >= 0.5) {
      return new BoostingRound(error, 0, weights, true);
    }
    double beta = error / (1 - error);
    // Once the sum is 1, this is the same as 1 - losses[i], of which all powers could become 0.
    double most = loss.of(1);
    ExampleWeights next = weights.times(i -> Math.pow(beta, (most - losses[i]) * learningRate));
    return new BoostingRound(error, learningRate * Math.log(1 / beta), next, false);
  }

  /** An example without a weight, whose error may be larger, counts nothing. */
  private double[] losses(double[] errors, double largest) {
    double[] losses = new double[errors.length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = largest > 0 ? loss.of(Math.min(1, errors[i] / largest)) : 0;
    }
    return losses;
  }
}
