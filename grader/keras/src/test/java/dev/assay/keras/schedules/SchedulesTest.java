package dev.assay.keras.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rates computed by hand from Keras's formulas. */
class SchedulesTest {
  private static final double ROOT_HALF = Math.sqrt(0.5);

  private static Arguments expect(LearningRateSchedule schedule, long step, double rate) {
    return Arguments.of(schedule, step, rate);
  }

  static Stream<Arguments> rates() {
    LearningRateSchedule exponential = ExponentialDecay.of(0.8, 10, 0.25);
    LearningRateSchedule stairs = ExponentialDecay.of(0.8, 10, 0.25).staircase(true);
    LearningRateSchedule inverse = InverseTimeDecay.of(0.6, 4, 0.5);
    LearningRateSchedule inverseStairs = InverseTimeDecay.of(0.6, 4, 0.5).staircase(true);
    LearningRateSchedule line = PolynomialDecay.of(1, 10).endLearningRate(0.5);
    LearningRateSchedule square = PolynomialDecay.of(1, 10).endLearningRate(0).power(2);
    LearningRateSchedule cycle = PolynomialDecay.of(1, 10).endLearningRate(0).cycle(true);
    LearningRateSchedule pieces = PiecewiseConstantDecay.startingAt(1).after(5, 0.5).after(8, 0.1);
    LearningRateSchedule cosine = CosineDecay.of(0.4, 100);
    LearningRateSchedule floor = CosineDecay.of(0.4, 100).alpha(0.1);
    LearningRateSchedule warm = CosineDecay.of(0.1, 100).alpha(0.5).warmup(0.4, 10);
    LearningRateSchedule restarts = CosineDecayRestarts.of(0.4, 10);
    LearningRateSchedule weaker = CosineDecayRestarts.of(0.4, 10).mMul(0.5).alpha(0.25);
    LearningRateSchedule even = CosineDecayRestarts.of(0.4, 10).tMul(1).mMul(0.5);
    LearningRateSchedule tenfold = CosineDecayRestarts.of(0.4, 1).tMul(10);
    return Stream.of(
        expect(new ConstantRate(0.3), 1000, 0.3),
        expect(exponential, 0, 0.8),
        expect(exponential, 5, 0.4),
        expect(exponential, 10, 0.2),
        expect(exponential, 20, 0.05),
        expect(stairs, 9, 0.8),
        expect(stairs, 10, 0.2),
        expect(stairs, 19, 0.2),
        expect(inverse, 0, 0.6),
        expect(inverse, 2, 0.48),
        expect(inverse, 4, 0.4),
        expect(inverse, 8, 0.3),
        expect(inverseStairs, 3, 0.6),
        expect(inverseStairs, 7, 0.4),
        expect(line, 0, 1),
        expect(line, 4, 0.8),
        expect(line, 10, 0.5),
        expect(line, 11, 0.5),
        expect(square, 5, 0.25),
        expect(cycle, 0, 1),
        expect(cycle, 5, 0.5),
        expect(cycle, 10, 0),
        expect(cycle, 11, 0.45),
        expect(cycle, 20, 0),
        expect(cycle, 21, 0.3),
        expect(pieces, 0, 1),
        expect(pieces, 5, 1),
        expect(pieces, 6, 0.5),
        expect(pieces, 8, 0.5),
        expect(pieces, 9, 0.1),
        expect(PiecewiseConstantDecay.startingAt(0.7), 9, 0.7),
        expect(cosine, 0, 0.4),
        expect(cosine, 25, 0.2 * (1 + ROOT_HALF)),
        expect(cosine, 50, 0.2),
        expect(cosine, 100, 0),
        expect(cosine, 101, 0),
        expect(floor, 50, 0.22),
        expect(floor, 200, 0.04),
        expect(warm, 0, 0.1),
        expect(warm, 5, 0.25),
        expect(warm, 10, 0.4),
        expect(warm, 60, 0.3),
        expect(warm, 110, 0.2),
        expect(warm, 500, 0.2),
        expect(restarts, 0, 0.4),
        expect(restarts, 5, 0.2),
        expect(restarts, 10, 0.4),
        expect(restarts, 20, 0.2),
        expect(restarts, 30, 0.4),
        expect(restarts, 50, 0.2),
        expect(restarts, 70, 0.4),
        expect(weaker, 0, 0.4),
        expect(weaker, 5, 0.25),
        expect(weaker, 10, 0.25),
        expect(weaker, 20, 0.175),
        expect(even, 10, 0.2),
        expect(even, 15, 0.1),
        expect(even, 20, 0.1),
        expect(tenfold, 1, 0.4),
        expect(tenfold, 11, 0.4),
        expect(tenfold, 111, 0.4),
        expect(tenfold, 1111, 0.4));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("rates")
  void ratesAreThoseOfTheFormulas(LearningRateSchedule schedule, long step, double rate) {
    assertThat(schedule.at(step)).isCloseTo(rate, Offset.offset(1e-15));
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> ExponentialDecay.of(0.1, 0, 0.5))
        .hasMessage("ExponentialDecay: decaySteps must be positive and finite. Received: 0.0");
    assertThatThrownBy(() -> CosineDecay.of(-0.1, 10))
        .hasMessageContaining("initialLearningRate must be at least 0");
    assertThatThrownBy(() -> CosineDecayRestarts.of(0.1, 10).tMul(0.5))
        .hasMessageContaining("tMul must be at least 1");
    assertThatThrownBy(() -> PiecewiseConstantDecay.startingAt(1).after(5, 0.5).after(5, 0.1))
        .hasMessageContaining("boundaries must be strictly increasing");
    assertThatThrownBy(() -> new PiecewiseConstantDecay(List.of(), List.of()))
        .hasMessageContaining("one more than boundaries");
  }
}
