package dev.assay.commons.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void linesAreWrappedBetweenWordsAndIndented() {
    assertThat(Paragraph.wrap("Note: ", 2, "a few words that are wrapped", 16))
        .containsExactly("Note: a few", "  words that are", "  wrapped");
  }

  @Test
  void lineEndsOfTheTextStay() {
    assertThat(Paragraph.wrap("- ", 2, "one\ntwo", 80)).containsExactly("- one", "  two");
  }

  @Test
  void aWordThatIsTooWideHasALineOfItsOwn() {
    assertThat(Paragraph.wrap("", 0, "a internationalization b", 8))
        .containsExactly("a", "internationalization", "b");
  }

  @Test
  void koreanWordsAreWrappedByTheColumnsThatTheyTake() {
    assertThat(Paragraph.wrap("", 2, "모델이 훈련 데이터를 외우고 있습니다", 16))
        .containsExactly("모델이 훈련", "  데이터를", "  외우고", "  있습니다")
        .allMatch(line -> DisplayWidth.of(line) <= 16);
  }

  @Test
  void combiningMarksTakeNoRoom() {
    assertThat(Paragraph.wrap("", 0, "e\u0301te\u0301 e\u0301te\u0301", 7))
        .containsExactly("e\u0301te\u0301 e\u0301te\u0301");
  }

  @Test
  void anEmptyTextHasNoLines() {
    assertThat(Paragraph.wrap("- ", 2, "", 80)).isEmpty();
  }
}
