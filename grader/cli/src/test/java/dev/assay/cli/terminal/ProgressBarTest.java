package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressBarTest {
  @Test
  void aBarIsFilledToItsShare() {
    assertThat(ProgressBar.of(0.5, 4)).isEqualTo("[==..]");
    assertThat(ProgressBar.of(0, 4)).isEqualTo("[....]");
    assertThat(ProgressBar.of(Double.MIN_VALUE, 4)).isEqualTo("[....]");
  }

  @Test
  void aShareOutsideItsRangeNeitherOverflowsNorFails() {
    assertThat(ProgressBar.of(2, 4)).isEqualTo("[====]");
    assertThat(ProgressBar.of(-1, 4)).isEqualTo("[....]");
  }
}
