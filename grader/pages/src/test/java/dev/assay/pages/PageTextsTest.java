package dev.assay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextsTest {
  private static final PageTexts ENGLISH = new PageTexts(Catalogue.english());

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.97254, 0.9725",
    "12345.6, 12350",
    "1e-5, 1.000e-05",
    "2.5e9, 2.500e+09",
    "NaN, –",
    "Infinity, –",
  })
  void numbersHaveFourDigits(double value, String text) {
    assertThat(ENGLISH.number(value)).isEqualTo(text);
  }

  @Test
  void othersHaveTheirOwn() {
    assertThat(ENGLISH.fixed(0.5)).isEqualTo("0.5000");
    assertThat(ENGLISH.fixed(Double.NaN)).isEqualTo("–");
    assertThat(ENGLISH.whole(12345)).isEqualTo("12,345");
    assertThat(ENGLISH.points(4)).isEqualTo("4");
    assertThat(ENGLISH.points(3.125)).isEqualTo("3.13");
    assertThat(ENGLISH.percent(0.256)).isEqualTo("26 %");
  }

  @Test
  void wordsAreInTheLanguage() {
    PageTexts korean = new PageTexts(Catalogue.korean());
    assertThat(ENGLISH.language()).isEqualTo("en");
    assertThat(korean.language()).isEqualTo("ko");
    assertThat(ENGLISH.verdict(Verdict.TIME_LIMIT)).isEqualTo("Time limit");
    assertThat(korean.verdict(Verdict.PASSED)).isEqualTo("합격");
    assertThat(ENGLISH.metric("r2")).isEqualTo("R²");
    assertThat(ENGLISH.metric("my_metric")).isEqualTo("my_metric");
  }

  @Test
  void codeIsWhatStandsBetweenBackticks() {
    assertThat(Prose.of("Run `a <b>` now"))
        .containsExactly(
            new Prose("Run ", false), new Prose("a <b>", true), new Prose(" now", false));
    assertThat(Prose.of("a ` alone")).containsExactly(new Prose("a ` alone", false));
  }

  @Test
  void linksAreRelativeWhateverTheNamesAre() {
    assertThat(Hrefs.of("javascript:alert(1)", "a b/..", "김.html"))
        .isEqualTo("./javascript%3Aalert%281%29/a%20b%2F../%EA%B9%80.html");
  }
}
