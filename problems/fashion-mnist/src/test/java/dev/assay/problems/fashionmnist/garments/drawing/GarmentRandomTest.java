package dev.assay.problems.fashionmnist.garments.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GarmentRandomTest {

  @Test
  void givesTheSequenceOfThePublishedAlgorithm() {
    GarmentRandom random = new GarmentRandom(1234567);

    assertThat(random.next()).isEqualTo(6457827717110365317L);
    assertThat(random.next()).isEqualTo(3203168211198807973L);
  }

  @Test
  void staysWithinItsBounds() {
    GarmentRandom random = new GarmentRandom(3);

    for (int i = 0; i < 10_000; i++) {
      assertThat(random.between(-2, 5)).isGreaterThanOrEqualTo(-2).isLessThan(5);
      assertThat(random.below(7)).isBetween(0, 6);
      assertThat(random.bell()).isBetween(-3.5, 3.5);
    }
  }
}
