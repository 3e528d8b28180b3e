package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionScoreTest {

  private static final float[] LABELS = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final float[] PREDICTED = {1.5f, 2, 2.5f, 4, 5.5f, 6, 6.5f, 8};

  /** Four errors of 0.5: squares sum to 1; the labels' squared distances from 4.5 sum to 42. */
  @Test
  void errorsAreThoseComputedByHand() {
    RegressionScore score = RegressionScore.of(PREDICTED, LABELS, 7);
    assertThat(score.count()).isEqualTo(8);
    assertThat(score.mae()).isEqualTo(0.25);
    assertThat(score.mse()).isEqualTo(0.125);
    assertThat(score.rmse()).isEqualTo(Math.sqrt(0.125));
    assertThat(score.r2()).isCloseTo(1 - 1 / 42.0, within(1e-15));
  }

  /** The ends come from an independent implementation of the same generator in Python. */
  @Test
  void theIntervalOfASeedNeverChanges() {
    Interval interval =
        Objects.requireNonNull(RegressionScore.of(PREDICTED, LABELS, 7).r2Interval());
    assertThat(interval.low()).isCloseTo(0.9142857142857143, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.9918707415819097, within(1e-12));
  }

  @Test
  void theMeanOfTheLabelsHasAnRSquaredOfZeroAndWorseIsNegative() {
    float[] labels = {0, 2};
    assertThat(RegressionScore.of(new float[] {1, 1}, labels, 1).r2()).isZero();
    assertThat(RegressionScore.of(new float[] {2, 0}, labels, 1).r2()).isEqualTo(-3);
  }

  @Test
  void constantLabelsGiveOneIfExactAndOtherwiseZero() {
    float[] labels = {0.1f, 0.1f, 0.1f};
    RegressionScore exact = RegressionScore.of(labels.clone(), labels, 1);
    RegressionScore inexact = RegressionScore.of(new float[] {0.1f, 0.1f, 0.2f}, labels, 1);
    assertThat(exact.r2()).isEqualTo(1);
    assertThat(inexact.r2()).isZero();
    assertThat(exact.r2Interval()).isNull();
    assertThat(inexact.r2Interval()).isNull();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aPredictionThatIsNotFiniteMakesEverythingNan(float prediction) {
    RegressionScore score = RegressionScore.of(new float[] {1, prediction}, new float[] {1, 2}, 1);
    assertThat(score.mae()).isNaN();
    assertThat(score.mse()).isNaN();
    assertThat(score.rmse()).isNaN();
    assertThat(score.r2()).isNaN();
    assertThat(score.r2Interval()).isNull();
  }

  @Test
  void theLargestPredictionsStayFinite() {
    RegressionScore score =
        RegressionScore.of(new float[] {Float.MAX_VALUE, 1}, new float[] {1, 2}, 1);
    assertThat(score.mse()).isFinite();
    assertThat(score.r2()).isFinite().isNegative();
    assertThat(score.r2Interval()).isNotNull();
  }

  @Test
  void inputsThatAreNoPairsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionScore.of(new float[1], new float[2], 1))
        .withMessageEndingWith("same length. Received: 1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionScore.of(new float[0], new float[0], 1))
        .withMessageEndingWith("must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionScore.of(new float[1], new float[] {Float.NaN}, 1))
        .withMessage("label 0 must be finite. Received: NaN");
  }
}
