package dev.assay.commons.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "4.24, 4.2 s",
    "59.94, 59.9 s",
    "59.97, 1 min 0 s",
    "92, 1 min 32 s",
    "3599.4, 59 min 59 s",
    "3599.6, 1 h 0 min",
    "7425, 2 h 4 min",
  })
  void aTimeHasItsTwoLargestUnits(double seconds, String expected) {
    assertThat(Numbers.time(seconds)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.985, 4, 0.9850",
    "-0.04, 1, -0.0",
    "999999.4, 0, 999999",
    "1000000, 4, 1.00e+06",
    "-1.2345e36, 3, -1.23e+36",
    "NaN, 4, not a number",
    "-Infinity, 4, not a number",
  })
  void aNumberHasItsDigitsOrAPowerOfTenFromAMillionOn(double value, int digits, String expected) {
    assertThat(Numbers.decimal(value, digits)).isEqualTo(expected);
  }

  @Test
  void numbersAreLargeFromAMillionOnWhateverTheirSign() {
    assertThat(Numbers.isLarge(999_999.9)).isFalse();
    assertThat(Numbers.isLarge(-1e6)).isTrue();
  }

  @Test
  void quantitiesNameTheirUnit() {
    assertThat(Numbers.count(1, "layer")).isEqualTo("1 layer");
    assertThat(Numbers.count(0, "layer")).isEqualTo("0 layers");
    assertThat(Numbers.count(12_345, "parameter")).isEqualTo("12,345 parameters");
    assertThat(Numbers.bytes(145)).isEqualTo("145 bytes");
    assertThat(Numbers.bytes(28_881)).isEqualTo("28.9 kB");
    assertThat(Numbers.bytes(999_949)).isEqualTo("999.9 kB");
    assertThat(Numbers.bytes(999_960)).isEqualTo("1.0 MB");
    assertThat(Numbers.flops(1_143)).isEqualTo("1,143 FLOPs");
    assertThat(Numbers.flops(11_200_000)).isEqualTo("11.2 MFLOPs");
  }

  @Test
  void nothingDependsOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Numbers.time(92)).isEqualTo("1 min 32 s");
      assertThat(Numbers.decimal(0.5, 2)).isEqualTo("0.50");
      assertThat(Numbers.count(1_000, "layer")).isEqualTo("1,000 layers");
      assertThat(Numbers.bytes(28_881)).isEqualTo("28.9 kB");
    } finally {
      Locale.setDefault(before);
    }
  }
}
