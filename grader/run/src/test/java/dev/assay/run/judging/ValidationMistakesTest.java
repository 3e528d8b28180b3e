package dev.assay.run.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.assay.datasets.arrays.DataType;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.FeatureSpec;
import dev.assay.datasets.catalogue.Target;
import dev.assay.keras.losses.Outputs;
import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ValidationMistakesTest {
  private static final Target ANIMALS = Target.ofClasses("animal", "cat", "dog", "owl");
  private static final FeatureSpec COLUMNS =
      new FeatureSpec(List.of(2), DataType.FLOAT32, 0, 10, List.of("size", "age"));

  private static Examples table(int... labels) {
    float[] features = new float[2 * labels.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = i + 0.1f;
    }
    return new Examples(
        NumericArray.ofFloats(features, labels.length, 2),
        NumericArray.ofInts(labels, labels.length));
  }

  private static ValidationExamples of(
      Examples examples, Target target, Outputs outputs, float... predictions) {
    int width = predictions.length / examples.size();
    return ValidationMistakes.of(
        examples,
        COLUMNS,
        target,
        outputs,
        NumericArray.ofFloats(predictions, examples.size(), width));
  }

  @Test
  void theMistakesThatTheModelIsSurestAboutComeFirst() {
    ValidationExamples found =
        of(table(0, 1, 2), ANIMALS, Outputs.PROBABILITIES, 0.4f, 0.6f, 0, 0, 1, 0, 0.9f, 0.1f, 0);
    assertThat(found.examples()).isEqualTo(3);
    assertThat(found.wrong()).isEqualTo(2);
    assertThat(found.values()).isEmpty();
    Mistake worst = found.mistakes().get(0);
    assertThat(worst.row()).isEqualTo(2);
    assertThat(worst.actual()).isEqualTo("owl");
    assertThat(worst.predicted()).isEqualTo("cat");
    assertThat(worst.probability()).isCloseTo(0.9, offset(1e-6));
    assertThat(worst.image()).isNull();
    assertThat(worst.features()).isEqualTo(Map.of("size", 4.1, "age", 5.1));
    assertThat(found.mistakes().get(1).row()).isZero();
  }

  @Test
  void logitsBecomeProbabilities() {
    Target two = Target.ofClasses("animal", "cat", "dog");
    ValidationExamples single = of(table(1, 0), two, Outputs.LOGITS, -2, -1);
    assertThat(single.wrong()).isEqualTo(1);
    assertThat(single.mistakes().get(0).probability())
        .isCloseTo(1 / (1 + Math.exp(-2)), offset(1e-6));
    ValidationExamples several = of(table(0), ANIMALS, Outputs.CLASS_LOGITS, 100, 200, 100);
    assertThat(several.mistakes().get(0).probability()).isEqualTo(1);
  }

  @Test
  void outputsThatAreNoProbabilitiesTellOfNone() {
    Target two = Target.ofClasses("animal", "cat", "dog");
    ValidationExamples found = of(table(0, 1, 0), two, Outputs.MARGINS, 0.3f, -7, 2);
    assertThat(found.mistakes()).extracting(Mistake::row).containsExactly(1, 2, 0);
    assertThat(found.mistakes()).extracting(Mistake::probability).containsOnly(Double.NaN);
    assertThat(of(table(0), ANIMALS, Outputs.VALUES, 0, 3, 2).mistakes()).hasSize(1);
  }

  @Test
  void noMoreThanADozenAreKept() {
    ValidationExamples found = of(table(new int[40]), ANIMALS, Outputs.PROBABILITIES, wrong(40));
    assertThat(found.wrong()).isEqualTo(40);
    assertThat(found.mistakes()).hasSize(ValidationMistakes.MOST_MISTAKES);
  }

  private static float[] wrong(int rows) {
    float[] predictions = new float[3 * rows];
    for (int row = 0; row < rows; row++) {
      predictions[3 * row + 1] = 1;
    }
    return predictions;
  }

  @Test
  void anImageIsKeptWithItsPixels() {
    byte[] pixels = new byte[2 * 2 * 3];
    pixels[6] = (byte) 200;
    Examples images =
        new Examples(
            NumericArray.ofBytes(pixels, 2, 2, 3), NumericArray.ofInts(new int[] {0, 0}, 2));
    FeatureSpec spec = new FeatureSpec(List.of(2, 3), DataType.UINT8, 0, 255, List.of());
    ValidationExamples found =
        ValidationMistakes.of(
            images,
            spec,
            ANIMALS,
            Outputs.PROBABILITIES,
            NumericArray.ofFloats(new float[] {1, 0, 0, 0, 1, 0}, 2, 3));
    ExampleImage image = Objects.requireNonNull(found.mistakes().get(0).image());
    assertThat(image.width()).isEqualTo(3);
    assertThat(image.height()).isEqualTo(2);
    assertThat(image.channels()).isEqualTo(1);
    assertThat(image.bytes()).containsExactly((byte) 200, 0, 0, 0, 0, 0);
  }

  @Test
  void ofSeveralLabelsTheExamplesWithTheMostWrongComeFirst() {
    Target weather = Target.ofLabels("weather", "rain", "sun");
    Examples examples =
        new Examples(
            NumericArray.ofFloats(new float[4], 2, 2),
            NumericArray.ofBytes(new byte[] {1, 0, 0, 1}, 2, 2));
    ValidationExamples found = of(examples, weather, Outputs.PROBABILITIES, 1, 1, 0.9f, 0.2f);
    assertThat(found.wrong()).isEqualTo(2);
    assertThat(found.mistakes()).extracting(Mistake::row).containsExactly(1, 0);
    assertThat(found.mistakes()).extracting(Mistake::actual).containsExactly("sun", "rain");
    assertThat(found.mistakes())
        .extracting(Mistake::predicted)
        .containsExactly("rain", "rain + sun");
    assertThat(
            of(examples, weather, Outputs.PROBABILITIES, 0, 0, 0, 1).mistakes().get(0).predicted())
        .isEqualTo("–");
  }

  @Test
  void ofNumbersSomeAreKeptAndTheWorstAmongThem() {
    int rows = 1001;
    float[] labels = new float[rows];
    float[] predictions = new float[rows];
    predictions[500] = 9.25f;
    predictions[501] = Float.NaN;
    Examples examples =
        new Examples(
            NumericArray.ofFloats(new float[2 * rows], rows, 2),
            NumericArray.ofFloats(labels, rows));
    ValidationExamples found =
        ValidationMistakes.of(
            examples,
            COLUMNS,
            Target.ofNumber("price", "€"),
            Outputs.VALUES,
            NumericArray.ofFloats(predictions, rows, 1));
    assertThat(found.wrong()).isNull();
    assertThat(found.mistakes()).isEmpty();
    assertThat(found.values())
        .hasSizeLessThanOrEqualTo(ValidationMistakes.MOST_VALUES)
        .contains(new ValuePair(0, 9.25));
  }
}
