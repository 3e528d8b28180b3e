package dev.assay.training.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.ensembles.BoostingLoss;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Errors, votes and weights against scikit-learn 1.9.1. Its numbers are {@code estimator_errors_}
 * and {@code estimator_weights_} of an {@code AdaBoostRegressor} whose base estimator learns
 * nothing: in round k it predicts {@code PREDICTED[k]}, so that the resample it is fitted to does
 * not matter.
 */
class AdaBoostR2Test {
  private static final double[] TARGETS = {1, 2, 3.5, 4, 5};
  private static final double[][] PREDICTED = {
    {1, 2, 3, 4, 5.5}, {1.5, 2, 2, 4, 5}, {1, 2.25, 3, 3, 5}
  };

  private static double[] errors(double[] predicted) {
    return IntStream.range(0, TARGETS.length)
        .mapToDouble(i -> Math.abs(predicted[i] - TARGETS[i]))
        .toArray();
  }

  private static ExampleWeights equal() {
    return ExampleWeights.equal(TARGETS.length);
  }

  private static double[] values(ExampleWeights weights) {
    return IntStream.range(0, TARGETS.length).mapToDouble(weights::get).toArray();
  }

  private static void check(
      BoostingLoss loss, double learningRate, double[] errors, double[] votes) {
    ExampleWeights weights = equal();
    for (int i = 0; i < PREDICTED.length; i++) {
      BoostingRound round = new AdaBoostR2(loss, learningRate).round(errors(PREDICTED[i]), weights);
      assertThat(round.error()).as("%s, round %d", loss, i).isCloseTo(errors[i], offset(1e-14));
      assertThat(round.vote()).as("%s, round %d", loss, i).isCloseTo(votes[i], offset(1e-14));
      assertThat(round.last()).isFalse();
      weights = round.weights();
    }
  }

  @Test
  void errorsAndVotesAreThoseOfScikitLearn() {
    check(
        BoostingLoss.LINEAR,
        1,
        new double[] {0.4, 0.3055555555555556, 0.35926509758834824},
        new double[] {0.4054651081081642, 0.8209805520698301, 0.5785552532227288});
    check(
        BoostingLoss.LINEAR,
        0.5,
        new double[] {0.4, 0.28591267774901374, 0.3506308830326945},
        new double[] {0.2027325540540821, 0.4576594066447072, 0.3081336237213825});
    check(
        BoostingLoss.SQUARE,
        1,
        new double[] {0.4, 0.26851851851851855, 0.23943627637963258},
        new double[] {0.4054651081081642, 1.0021520224805474, 1.1557725878796512});
    check(
        BoostingLoss.EXPONENTIAL,
        1,
        new double[] {0.25284822353142306, 0.22065304904849292, 0.26342256170421785},
        new double[] {1.0834789441235522, 1.2618647725265562, 1.0282549327084105});
  }

  /** By hand: e = 2/5 and b = 2/3; three weights become 2/15, those of the largest error stay. */
  @Test
  void theLessAnExampleErrsTheMoreWeightItLoses() {
    BoostingRound first =
        new AdaBoostR2(BoostingLoss.LINEAR, 1).round(errors(PREDICTED[0]), equal());
    assertThat(values(first.weights()))
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 4.0, 1 / 6.0, 1 / 4.0}, offset(1e-15));
    BoostingRound second =
        new AdaBoostR2(BoostingLoss.EXPONENTIAL, 0.5)
            .round(
                errors(PREDICTED[1]),
                new AdaBoostR2(BoostingLoss.EXPONENTIAL, 0.5)
                    .round(errors(PREDICTED[0]), equal())
                    .weights());
    assertThat(values(second.weights()))
        .containsExactly(
            new double[] {
              0.17874006361399344,
              0.14708684792820897,
              0.31993112306337707,
              0.14708684792820897,
              0.20715511746621162
            },
            offset(1e-14));
  }

  @Test
  void aMemberWithoutErrorsEndsBoostingWithAVote() {
    BoostingRound round = new AdaBoostR2(BoostingLoss.LINEAR, 1).round(new double[5], equal());
    assertThat(new double[] {round.error(), round.vote()}).containsExactly(0, 1);
    assertThat(round.last()).isTrue();
  }

  /** All errors are the largest, so that their loss is 1; of a half of them it is 1/2. */
  @Test
  void aMemberWithHalfOfTheLargestErrorEndsBoostingWithoutAVote() {
    AdaBoostR2 linear = new AdaBoostR2(BoostingLoss.LINEAR, 1);
    BoostingRound alike = linear.round(new double[] {1, 1, 1, 1, 1}, equal());
    assertThat(new double[] {alike.error(), alike.vote()}).containsExactly(1, 0);
    assertThat(alike.last()).isTrue();
    BoostingRound half = linear.round(new double[] {1, 1, 0, 0}, ExampleWeights.equal(4));
    assertThat(new double[] {half.error(), half.vote()}).containsExactly(0.5, 0);
    assertThat(half.last()).isTrue();
  }

  /** The largest error is that of an example with a weight, as in scikit-learn. */
  @Test
  void anExampleWithoutWeightDoesNotCount() {
    ExampleWeights weights = equal().times(i -> i == 4 ? 0 : 1);
    BoostingRound round =
        new AdaBoostR2(BoostingLoss.LINEAR, 1).round(new double[] {1, 0, 0, 0, 100}, weights);
    assertThat(round.error()).isEqualTo(0.25);
    assertThat(values(round.weights())[4]).isZero();
  }
}
