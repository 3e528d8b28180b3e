package dev.assay.commons.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "한글, 4",
    "ㄱ, 2",
    "王小明, 6",
    "カナ, 4",
    "ｶﾅ, 2",
    "Ａ, 2",
    "é, 1",
    "Ünïcode, 7",
    "…, 1",
    "α±×, 3",
    "\uD83D\uDE42, 2",
    "\uD83E\uDEE8, 2",
    "\uD83C\uDDF0\uD83C\uDDF7, 2",
  })
  void wideCharactersTakeTwoColumns(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "e\u0301, 1",
    "o\u0308\u0323, 1",
    "\u0915\u094D\u0937, 2",
    "a\u20DD, 1",
    "\u200Da\u200B, 1",
  })
  void marksAndJoinersTakeNone(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void decomposedHangulTakesTheColumnsOfItsSyllables() {
    assertThat(DisplayWidth.of("\u1112\u1161\u11AB\u1100\u1173\u11AF")).isEqualTo(4);
  }

  @Test
  void aSignThatTheVariationSelectorMakesAnEmojiTakesTwo() {
    assertThat(DisplayWidth.of("\u2764")).isEqualTo(1);
    assertThat(DisplayWidth.of("\u2764\uFE0F")).isEqualTo(2);
    assertThat(DisplayWidth.of("\u26BD\uFE0F")).isEqualTo(2);
    assertThat(DisplayWidth.of("\uFE0F")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "abcdef, 1, …",
    "abc def, 5, abc…",
    "王小明, 6, 王小明",
    "王小明, 5, 王小…",
    "王小明, 4, 王…",
    "한글이름, 7, 한글이…",
    "한글이름, 6, 한글…",
    "cafe\u0301s, 5, cafe\u0301s",
    "cafe\u0301s!, 5, cafe\u0301…",
    "\uD83D\uDE42\uD83D\uDE42\uD83D\uDE42, 4, \uD83D\uDE42…",
  })
  void textIsCutToItsColumns(String text, int columns, String expected) {
    assertThat(DisplayWidth.cut(text, columns)).isEqualTo(expected);
    assertThat(DisplayWidth.of(expected)).isLessThanOrEqualTo(columns);
  }

  @Test
  void theStartOfTextNeverSplitsACharacterOrItsMarks() {
    assertThat(DisplayWidth.start("한글", 3)).isEqualTo("한");
    assertThat(DisplayWidth.start("e\u0301e\u0301", 1)).isEqualTo("e\u0301");
    assertThat(DisplayWidth.start("\uD83D\uDE42a", 1)).isEmpty();
    assertThat(DisplayWidth.start("ab", 0)).isEmpty();
    assertThat(DisplayWidth.start("ab", 9)).isEqualTo("ab");
  }

  @Test
  void paddingCountsColumnsAndNotCharacters() {
    assertThat(DisplayWidth.left("한글", 6)).isEqualTo("한글  ");
    assertThat(DisplayWidth.right("한글", 6)).isEqualTo("  한글");
    assertThat(DisplayWidth.left("e\u0301", 3)).isEqualTo("e\u0301  ");
    assertThat(DisplayWidth.right("abc", 2)).isEqualTo("abc");
  }
}
