package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Adam[a=1, t=T[r=C[rate=0.1], k=NONE]] | Adam[a=1, t=T[r=C[rate=0.2], k=NONE]] | Adam: rate=0.1",
        "Adam[a=1] | Sgd[a=1] | Adam[a=1]",
        "Adam[a=1] | Adam[a=1, b=2] | Adam[a=1]",
        "20 | 30 | 20",
        "[] | [Stop[patience=3]] | []",
      })
  void onlyTheFieldsThatDifferAreShown(String text, String other, String shown) {
    assertThat(Differences.of(text, other)).isEqualTo(shown);
  }
}
