package dev.assay.training.boosting;

/**
 * Weighs members and examples by wrong classes, as scikit-learn's {@code AdaBoostClassifier} does.
 *
 * @param classes how many, at least 2
 * @param learningRate what votes are multiplied by
 * @see <a href="https://doi.org/10.4310/SII.2009.v2.n3.a8">Zhu, Zou, Rosset and Hastie, Multi-class
 *     AdaBoost (2009)</a>
 */
public record Samme(int classes, double learningRate) {
  /**
   * Judges a member.
   *
   * @param wrong whether it errs, for each training example
   * @param weights by which it was trained
   */
  public BoostingRound round(boolean[] wrong, ExampleWeights weights) {
    double[] errors = new double[wrong.length];
    for (int i = 0; i < wrong.length; i++) {
      errors[i] = wrong[i] ? 1 : 0;
    }
    double error = weights.mean(errors);
    if (error <= 0) {
      return new BoostingRound(0, 1, weights, true);
    }
    if (error >= 1 - 1.0 / classes) {
      return new BoostingRound(error, 0, weights, true);
    }
    double vote = learningRate * (Math.log((1 - error) / error) + Math.log(classes - 1));
    // Once the sum is 1, this is the same as exp(vote) for the wrong ones, which could overflow.
    ExampleWeights next = weights.times(i -> wrong[i] ? 1 : Math.exp(-vote));
    return new BoostingRound(error, vote, next, false);
  }
}
