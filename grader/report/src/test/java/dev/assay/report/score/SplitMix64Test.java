package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  /** The values that splitmix64.c gives for this seed. */
  @Test
  void theNumbersAreThoseOfTheReference() {
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void boundedNumbersStayInTheirRangeAndReachItsEnds() {
    SplitMix64 random = new SplitMix64(42);
    int[] numbers = IntStream.generate(() -> random.nextInt(10)).limit(1000).toArray();
    assertThat(numbers).startsWith(7, 1, 2, 3, 0, 8, 2, 8, 3, 6, 2, 4);
    assertThat(numbers).contains(0, 9);
    assertThat(IntStream.of(numbers)).allMatch(i -> i >= 0 && i < 10);
  }

  @Test
  void theLargestBoundDoesNotOverflow() {
    SplitMix64 random = new SplitMix64(1);
    assertThat(IntStream.generate(() -> random.nextInt(Integer.MAX_VALUE)).limit(1000))
        .allMatch(i -> i >= 0);
  }
}
