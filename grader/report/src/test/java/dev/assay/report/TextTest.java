package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "abcdef, 1, …",
    "王小明, 6, 王小明",
    "王小明, 5, 王小…",
    "王小明, 4, 王…"
  })
  void textIsCutToItsColumns(String text, int columns, String expected) {
    assertThat(Text.cut(text, columns)).isEqualTo(expected);
    assertThat(Text.columns(expected)).isLessThanOrEqualTo(columns);
  }
}
