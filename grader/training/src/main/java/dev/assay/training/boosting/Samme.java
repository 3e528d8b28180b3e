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
   * @param weights by which it was trained, positive or 0, adding up to 1
   */
  public BoostingRound round(boolean[] wrong, double[] weights) {
    double error = 0;
    for (int i = 0; i < wrong.length; i++) {
      error += wrong[i] ? weights[i] : 0;
    }
    if (error <= 0) {
      return new BoostingRound(0, 1, weights, true);
    }
    if (error >= 1 - 1.0 / classes) {
      return new BoostingRound(error, 0, weights, true);
    }
    double vote = learningRate * (Math.log((1 - error) / error) + Math.log(classes - 1));
    double[] next = weights.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] *= wrong[i] ? Math.exp(vote) : 1;
    }
    return new BoostingRound(error, vote, ExampleWeights.normalised(next), false);
  }
}
