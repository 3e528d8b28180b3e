package dev.assay.commons.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
  /** The published outputs for seed 1234567, as other implementations test against. */
  @Test
  void givesThePublishedNumbers() {
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
  }

  @Test
  void boundedNumbersAreEvenlySpread() {
    SplitMix64 random = new SplitMix64(1);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[random.nextInt(6)]++;
    }
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 10_000) < 500);
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
  }

  @Test
  void shufflesWithoutLoss() {
    int[] values = IntStream.range(0, 1000).toArray();
    new SplitMix64(5).shuffle(values);
    assertThat(values).isNotEqualTo(IntStream.range(0, 1000).toArray());
    Arrays.sort(values);
    assertThat(values).isEqualTo(IntStream.range(0, 1000).toArray());
  }
}
