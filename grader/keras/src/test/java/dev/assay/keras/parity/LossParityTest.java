package dev.assay.keras.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.losses.Loss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossParityTest {
  @Test
  void everyLossHasARowAndNoRowIsTwice() {
    var names =
        LossParity.rows().stream()
            .filter(row -> row.family().equals("Losses"))
            .map(Parity::name)
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Loss.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
    assertThat(LossParity.rows()).doesNotHaveDuplicates();
  }

  @Test
  void ourDefaultsAreReadFromTheRecords() {
    assertThat(LossParity.rows())
        .anySatisfy(row -> assertThat(row.ours()).isEqualTo("delta=1.0"))
        .anySatisfy(row -> assertThat(row.ours()).isEqualTo("threshold=0.5, key=precision"));
  }
}
