package dev.assay.exam.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenSplitTest {
  @ParameterizedTest
  @CsvSource({"50, 50, 25", "51, 50, 26", "10000, 30, 3000", "2, 10, 1", "2, 90, 1", "3, 90, 2"})
  void everyExampleIsInOnePart(int examples, int percent, int shown) {
    HiddenSplit split = HiddenSplit.of(examples, percent, 5);
    assertThat(split.shown()).hasSize(shown).isSorted();
    assertThat(split.kept()).hasSize(examples - shown).isSorted();
    assertThat(IntStream.concat(IntStream.of(split.shown()), IntStream.of(split.kept())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, examples).boxed().toList());
  }

  @Test
  void theSeedAloneDecides() {
    assertThat(HiddenSplit.of(50, 50, 5).shown())
        .isEqualTo(HiddenSplit.of(50, 50, 5).shown())
        .isNotEqualTo(HiddenSplit.of(50, 50, 6).shown());
  }

  @Test
  void withoutASplitAllExamplesAreBoth() {
    HiddenSplit split = HiddenSplit.of(3, 100, 5);
    assertThat(split.shown()).containsExactly(0, 1, 2);
    assertThat(split.kept()).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> HiddenSplit.of(1, 50, 5)).hasMessageContaining("examples");
  }
}
