package dev.assay.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.data.DataSets;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.Catalogue;
import dev.assay.keras.losses.Outputs;
import dev.assay.run.judging.PredictedClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PredictionTextTest {
  private static DatasetEntry entry(String id) {
    return DataSets.standard().entries().stream()
        .filter(each -> each.key().equals(id + "/embedded"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(
      String id, @Nullable NumericArray labels, Outputs outputs, int width, float... values) {
    DatasetEntry entry = entry(id);
    int rows = values.length / width;
    NumericArray predictions = NumericArray.ofFloats(values, rows, width);
    int size = entry.features().shape().stream().reduce(1, (a, b) -> a * b);
    NumericArray features =
        entry.features().names().isEmpty()
            ? NumericArray.ofBytes(new byte[rows * size], rows, 28, 28)
            : NumericArray.ofFloats(new float[rows * size], rows, size);
    return new PredictionText(
            entry,
            features,
            labels,
            new PredictedClasses(predictions, outputs),
            Catalogue.english(),
            80)
        .lines(true).stream().map(String::stripTrailing).toList();
  }

  @Test
  void probabilitiesComeTheLargestFirstWithoutThoseThatAreZero() {
    NumericArray labels = NumericArray.ofInts(new int[] {2, 0}, 2);
    assertThat(
            lines("iris", labels, Outputs.PROBABILITIES, 3, 0.25f, 0.05f, 0.7f, 0.996f, 0.004f, 0))
        .containsExactly(
            "#  TRUE       PREDICTED  PROBABILITIES",
            "1  virginica  virginica  virginica 0.70, setosa 0.25, versicolor 0.05",
            "2  setosa     setosa     setosa 1.00");
  }

  /** softmax(0, log 3, 0) = 1/5, 3/5, 1/5 */
  @Test
  void logitsBecomeProbabilities() {
    assertThat(lines("iris", null, Outputs.CLASS_LOGITS, 3, 0, 1.0986123f, 0))
        .last()
        .isEqualTo("1  versicolor  versicolor 0.60, setosa 0.20, virginica 0.20");
    assertThat(lines("binary-classification", null, Outputs.LOGITS, 1, -1.0986123f))
        .last()
        .isEqualTo("1  malignant  malignant 0.75, benign 0.25");
  }

  @Test
  void aSingleOutputIsThatOfTheSecondClass() {
    assertThat(lines("binary-classification", null, Outputs.PROBABILITIES, 1, 0.9f))
        .last()
        .isEqualTo("1  benign     benign 0.90, malignant 0.10");
  }

  @Test
  void marginsHaveNoProbability() {
    assertThat(lines("binary-classification", null, Outputs.MARGINS, 1, 0.4f))
        .last()
        .isEqualTo("1  benign     -");
  }

  @Test
  void numbersHaveTwoPlaces() {
    NumericArray labels = NumericArray.ofFloats(new float[] {20, 31.456f}, 2);
    assertThat(lines("basic-regression", labels, Outputs.VALUES, 1, 19.987f, 31))
        .containsExactly("#   TRUE  PREDICTED", "1  20.00      19.99", "2  31.46      31.00");
  }

  @Test
  void imagesAreDrawnAboveTheTable() {
    float[] twoOfTen = new float[20];
    twoOfTen[3] = 1;
    twoOfTen[14] = 1;
    List<String> lines = lines("mnist", null, Outputs.PROBABILITIES, 10, twoOfTen);
    assertThat(lines.get(0)).matches("1 {29}2");
    assertThat(lines).hasSize(1 + 14 + 3).allMatch(line -> DisplayWidth.of(line) <= 80);
    assertThat(lines).last().isEqualTo("2  4          4 1.00");
  }
}
