package dev.assay.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MistakesTextTest {
  private static List<String> lines(ValidationExamples examples, Catalogue texts) {
    return new MistakesText("anna / x", examples, texts, 80).lines(true);
  }

  @Test
  void rowsOfATableAreWrittenOut() {
    Mistake mistake =
        new Mistake(3, "setosa", "virginica", 0.931, null, Map.of("petal_length", 5.1));
    ValidationExamples examples = new ValidationExamples(20, 1, List.of(mistake), List.of());
    assertThat(lines(examples, Catalogue.english()))
        .anyMatch(line -> line.contains("1 of 20 validation examples is wrong"))
        .contains("setosa -> virginica (0.93): petal_length 5.1000");
    assertThat(lines(examples, Catalogue.korean())).anyMatch(line -> line.contains("1개가 틀렸습니다"));
  }

  @Test
  void imagesAreDrawnBelowTheirClasses() {
    String pixels = Base64.getEncoder().encodeToString(new byte[] {-1, 0, 0, -1});
    Mistake mistake =
        new Mistake(0, "7", "1", Double.NaN, new ExampleImage(2, 2, 1, pixels), Map.of());
    List<String> lines =
        lines(
            new ValidationExamples(9, 2, List.of(mistake, mistake), List.of()),
            Catalogue.english());
    assertThat(lines.get(lines.size() - 1)).isEqualTo("++  ++");
  }

  @Test
  void numbersFarOffComeFirst() {
    ValidationExamples examples =
        new ValidationExamples(
            2, null, List.of(), List.of(new ValuePair(20, 21), new ValuePair(30, 25.5)));
    assertThat(lines(examples, Catalogue.english()).stream().map(String::strip))
        .containsSubsequence("30.0000    25.5000  -4.5000", "20.0000    21.0000   1.0000");
  }
}
