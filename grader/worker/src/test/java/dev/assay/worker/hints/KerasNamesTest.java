package dev.assay.worker.hints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Sentence;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerasNamesTest {
  private final KerasNames names = KerasNames.load();

  @ParameterizedTest
  @ValueSource(strings = {"module", "absent", "word", "function", "member"})
  void everyRowHasASentenceOfTheCatalogue(String kind) {
    assertThat(names.of(kind).keySet())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(names.sentence(kind, key, key))
                    .map(Sentence::text)
                    .hasValueSatisfying(text -> assertThat(text).matches("[A-Z`c].*[.;]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent   | LSTM        | recurrent layers are not there. See
          absent   | Lion        | Assay has no Lion: use Adam or AdamW. See
          absent   | Conv3D      | convolutions are there in 1D and 2D. See
          word     | bool        | Write boolean instead of bool in Java.
          function | print       | Write System.out.println(...) instead of print(...).
          module   | losses      | write Loss.MEAN_SQUARED_ERROR and import dev.assay.keras.losses.Loss;
          """)
  void aRowsArgumentsFillItsSentence(String kind, String key, String words) {
    assertThat(names.sentence(kind, key, key)).map(Sentence::text).get().asString().contains(words);
  }

  @Test
  void aNameThatIsInNoRowHasNoSentence() {
    assertThat(names.sentence("word", "Dense", "Dense")).isEqualTo(Optional.empty());
  }
}
