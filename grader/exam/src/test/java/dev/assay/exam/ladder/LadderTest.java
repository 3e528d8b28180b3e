package dev.assay.exam.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.commons.random.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {
  private static double[] losses(String digits) {
    return digits.chars().mapToDouble(c -> c - '0').toArray();
  }

  @Test
  void theFirstSubmissionIsReleased() {
    Ladder.Step step = new Ladder().submit(losses("1001000000"));
    assertThat(step.improved()).isTrue();
    assertThat(step.released()).isEqualTo(0.2);
  }

  /**
   * Ten examples, of which the second submission has one more right: the differences have mean -0.1
   * and deviation sqrt(0.1), which is 0.1 after division by sqrt(10). An improvement of exactly
   * that is not enough.
   */
  @Test
  void oneExampleMoreIsNotSignificant() {
    Ladder ladder = new Ladder();
    ladder.submit(losses("1111000000"));
    Ladder.Step step = ladder.submit(losses("0111000000"));
    assertThat(step.improved()).isFalse();
    assertThat(step.released()).isEqualTo(0.4);
    assertThat(step.improvement()).isCloseTo(0.1, within(1e-12));
    assertThat(step.needed()).isCloseTo(0.1, within(1e-12));
  }

  /** The differences have mean -0.2 and deviation 0.4216, so that 0.1333 is exceeded. */
  @Test
  void twoExamplesMoreAre() {
    Ladder ladder = new Ladder();
    ladder.submit(losses("1111000000"));
    Ladder.Step step = ladder.submit(losses("0011000000"));
    assertThat(step.improved()).isTrue();
    assertThat(step.released()).isEqualTo(0.2);
    assertThat(step.needed()).isCloseTo(0.4216370213557839 / Math.sqrt(10), within(1e-12));
  }

  /** As many more right as before, but five others are wrong: the test is paired. */
  @Test
  void theSameImprovementWithMoreChangesIsNot() {
    Ladder ladder = new Ladder();
    ladder.submit(losses("1111111000"));
    assertThat(ladder.submit(losses("0000011111")).improved()).isFalse();
  }

  @Test
  void aWorseSubmissionLeavesTheScore() {
    Ladder ladder = new Ladder();
    ladder.submit(losses("0100000000"));
    assertThat(ladder.submit(losses("1111111111")).released()).isEqualTo(0.1);
    assertThat(ladder.submit(losses("0100000000")).improved()).isFalse();
  }

  @Test
  void lossesAreOfTheSameExamples() {
    Ladder ladder = new Ladder();
    ladder.submit(losses("01"));
    assertThatThrownBy(() -> ladder.submit(losses("011"))).hasMessageContaining("same 2 examples");
    assertThatThrownBy(() -> new Ladder().submit(new double[0])).hasMessageContaining("losses");
  }

  // ---- An adversary

  private static final int EXAMPLES = 1000;
  private static final int SUBMISSIONS = 1000;
  private static final int TRIALS = 5;

  /** What is told of a submission: whether it looks better than all before, and the shown loss. */
  private interface Leaderboard {
    boolean looksBetter(double[] losses);

    double shown(double[] losses);
  }

  /** Tells each submission's own loss; what is below that of the first looks better. */
  private static final class Plain implements Leaderboard {
    private double first = Double.NaN;

    @Override
    public boolean looksBetter(double[] losses) {
      first = Double.isNaN(first) ? mean(losses) : first;
      return mean(losses) < first;
    }

    @Override
    public double shown(double[] losses) {
      return mean(losses);
    }
  }

  /** Tells what the Ladder releases. */
  private static final class Released implements Leaderboard {
    private final Ladder ladder = new Ladder();

    @Override
    public boolean looksBetter(double[] losses) {
      return ladder.submit(losses).improved();
    }

    @Override
    public double shown(double[] losses) {
      return ladder.submit(losses).released();
    }
  }

  /** The labels of the examples, which nobody can learn: a fair coin for each. */
  private static boolean[] coins(SplitMix64 random) {
    boolean[] coins = new boolean[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      coins[i] = random.nextLong() < 0;
    }
    return coins;
  }

  private static double[] losses(boolean[] answer, boolean[] labels) {
    double[] losses = new double[EXAMPLES];
    Arrays.setAll(losses, i -> answer[i] == labels[i] ? 0 : 1);
    return losses;
  }

  private static double mean(double[] losses) {
    return Arrays.stream(losses).average().orElseThrow();
  }

  /**
   * The paper's boosting attack, with random perturbations of an answer: what is changed more often
   * in those of 1,000 that look better than in the others is changed in the last answer. As the
   * labels are coins, every answer has a true loss of 0.5, whatever is shown.
   *
   * @param flips how many in a thousand examples a perturbation changes
   * @return by how much the last shown loss is below the true one
   */
  private static double gain(Leaderboard leaderboard, int flips, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    boolean[] labels = coins(random);
    boolean[] answer = coins(random);
    leaderboard.looksBetter(losses(answer, labels));
    int[][] changes = new int[2][EXAMPLES];
    int[] counts = new int[2];
    for (int s = 0; s < SUBMISSIONS; s++) {
      boolean[] perturbed = answer.clone();
      for (int i = 0; i < EXAMPLES; i++) {
        perturbed[i] ^= random.nextInt(1000) < flips;
      }
      int side = leaderboard.looksBetter(losses(perturbed, labels)) ? 1 : 0;
      counts[side]++;
      for (int i = 0; i < EXAMPLES; i++) {
        changes[side][i] += perturbed[i] == answer[i] ? 0 : 1;
      }
    }
    boolean[] last = answer.clone();
    for (int i = 0; i < EXAMPLES; i++) {
      last[i] ^= (long) changes[1][i] * counts[0] > (long) changes[0][i] * counts[1];
    }
    return 0.5 - leaderboard.shown(losses(last, labels));
  }

  /**
   * The paper's bound on the error of the leaderboard after k submissions to n examples. Theorem
   * 3.1 there says of the Ladder with a step of eta that the error exceeds eps + eta with a
   * probability of at most exp(-2 eps^2 n + (1/eta + 2) ln(4 k / eta) + 1); here the least eps +
   * eta for which that is 1/20.
   */
  private static double bound(int submissions, int examples) {
    double least = Double.POSITIVE_INFINITY;
    for (double eta = 0.01; eta < 1; eta += 0.001) {
      double exponent = (1 / eta + 2) * Math.log(4 * submissions / eta) + 1 + Math.log(20);
      least = Math.min(least, eta + Math.sqrt(exponent / (2 * examples)));
    }
    return least;
  }

  /** Four standard errors of the loss of a guess. */
  private static final double NOISE = 4 * 0.5 / Math.sqrt(EXAMPLES);

  @ParameterizedTest
  @ValueSource(ints = {500, 100, 20})
  void anAdversaryGainsVisiblyWithoutTheLadderAndLittleWithIt(int flips) {
    double bound = bound(SUBMISSIONS, EXAMPLES);
    for (int seed = 0; seed < TRIALS; seed++) {
      assertThat(gain(new Plain(), flips, seed)).isGreaterThan(0.15);
      assertThat(gain(new Released(), flips, seed)).isLessThan(bound).isLessThan(NOISE);
    }
  }

  /**
   * Hands in the best answer so far with a few examples changed, and keeps what looks better.
   *
   * @return by how much the last shown loss is below the true one
   */
  private static double climb(Leaderboard leaderboard, int submissions, int changes, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    boolean[] labels = coins(random);
    boolean[] answer = coins(random);
    double shown = leaderboard.shown(losses(answer, labels));
    for (int s = 0; s < submissions; s++) {
      boolean[] changed = answer.clone();
      for (int i = 0; i < changes; i++) {
        changed[random.nextInt(EXAMPLES)] ^= true;
      }
      double next = leaderboard.shown(losses(changed, labels));
      if (next < shown) {
        answer = changed;
        shown = next;
      }
    }
    return 0.5 - shown;
  }

  /** What the Ladder does not stop: its test has less to exceed where less is changed. */
  @Test
  void tinyStepsClimbSlowlySoThatTheNumberOfAttemptsMustBoundThem() {
    double slow = climb(new Released(), SUBMISSIONS, 9, 1);
    assertThat(slow).isBetween(NOISE, bound(SUBMISSIONS, EXAMPLES));
    assertThat(climb(new Plain(), SUBMISSIONS, 9, 1)).isGreaterThan(1.5 * slow);
    for (int seed = 0; seed < TRIALS; seed++) {
      assertThat(climb(new Released(), 10, 9, seed)).isLessThan(NOISE);
    }
  }
}
