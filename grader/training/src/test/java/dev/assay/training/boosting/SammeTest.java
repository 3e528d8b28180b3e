package dev.assay.training.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Errors, votes and weights against scikit-learn 1.9.1. Its numbers are {@code estimator_errors_}
 * and {@code estimator_weights_} of an {@code AdaBoostClassifier} whose base estimator learns
 * nothing: in round k it predicts the classes {@code PREDICTED[k]}.
 */
class SammeTest {
  private static final int[] CLASSES = {0, 1, 2, 0, 1, 2, 0, 1};
  private static final int[][] PREDICTED = {
    {0, 1, 2, 0, 1, 2, 1, 2}, {0, 1, 0, 0, 0, 2, 0, 1}, {0, 1, 2, 1, 1, 1, 0, 1}
  };

  private static double[] values(ExampleWeights weights, int examples) {
    return IntStream.range(0, examples).mapToDouble(weights::get).toArray();
  }

  private static boolean[] wrong(int[] predicted) {
    boolean[] wrong = new boolean[predicted.length];
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] = predicted[i] != CLASSES[i];
    }
    return wrong;
  }

  private static void check(double learningRate, double[] errors, double[] votes) {
    ExampleWeights weights = ExampleWeights.equal(CLASSES.length);
    for (int i = 0; i < PREDICTED.length; i++) {
      BoostingRound round = new Samme(3, learningRate).round(wrong(PREDICTED[i]), weights);
      assertThat(round.error()).isCloseTo(errors[i], offset(1e-14));
      assertThat(round.vote()).isCloseTo(votes[i], offset(1e-13));
      assertThat(round.last()).isFalse();
      weights = round.weights();
    }
  }

  @Test
  void errorsAndVotesAreThoseOfScikitLearn() {
    check(
        1,
        new double[] {0.25, 0.11111111111111112, 0.04166666666666667},
        new double[] {1.791759469228055, 2.772588722239781, 3.828641396489095});
    check(
        0.5,
        new double[] {0.25, 0.183503419072274, 0.13454232207711106},
        new double[] {0.8958797346140275, 1.0929683028102533, 1.277263421579849});
  }

  /** The vote is log(3) + log(2), so that wrong examples weigh six times as much: 1/18 and 6/18. */
  @Test
  void wrongExamplesGainWeight() {
    ExampleWeights next =
        new Samme(3, 1).round(wrong(PREDICTED[0]), ExampleWeights.equal(8)).weights();
    double[] weights = values(next, 8);
    assertThat(Arrays.copyOf(weights, 6)).containsOnly(new double[] {1.0 / 18}, offset(1e-15));
    assertThat(Arrays.copyOfRange(weights, 6, 8))
        .containsOnly(new double[] {1.0 / 3}, offset(1e-15));
  }

  /** A large learning rate makes weights very unequal; they still add up to 1. */
  @Test
  void weightsStayFinite() {
    Samme samme = new Samme(2, 10);
    ExampleWeights weights = ExampleWeights.equal(3);
    for (int i = 0; i < 5; i++) {
      boolean[] wrong = {false, false, false};
      wrong[i % 2] = true;
      weights = samme.round(wrong, weights).weights();
    }
    double[] last = values(weights, 3);
    assertThat(Arrays.stream(last).sum()).isCloseTo(1, offset(1e-12));
    assertThat(last[2]).isNotNegative();
  }

  @Test
  void aMemberWithoutErrorsEndsBoostingWithAVote() {
    BoostingRound round = new Samme(3, 1).round(new boolean[4], ExampleWeights.equal(4));
    assertThat(List.of(round.error(), round.vote())).containsExactly(0.0, 1.0);
    assertThat(round.last()).isTrue();
  }

  /** Of two classes 1/2 is a guess, of three 2/3. */
  @Test
  void aMemberNoBetterThanGuessingEndsBoostingWithoutAVote() {
    boolean[] half = {true, true, false, false};
    BoostingRound ofTwo = new Samme(2, 1).round(half, ExampleWeights.equal(4));
    assertThat(List.of(ofTwo.error(), ofTwo.vote())).containsExactly(0.5, 0.0);
    assertThat(ofTwo.last()).isTrue();
    BoostingRound ofThree = new Samme(3, 1).round(half, ExampleWeights.equal(4));
    assertThat(ofThree.vote()).isCloseTo(Math.log(2), offset(1e-15));
    assertThat(ofThree.last()).isFalse();
  }
}
