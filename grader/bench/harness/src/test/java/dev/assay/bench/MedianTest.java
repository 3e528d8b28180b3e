package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void isTheMiddleValueWhateverTheOrder() {
    assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Median.of(List.of(7.0))).isEqualTo(7);
  }

  @Test
  void isTheMeanOfTwoMiddleValues() {
    assertThat(Median.of(List.of(4.0, 100.0, 1.0, 2.0))).isEqualTo(3);
  }

  @Test
  void needsAValue() {
    assertThatThrownBy(() -> Median.of(List.of())).hasMessage("values must not be empty");
  }
}
