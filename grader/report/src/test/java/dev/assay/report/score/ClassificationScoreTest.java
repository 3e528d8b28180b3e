package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationScoreTest {

  private static final List<String> CLASSES = List.of("cat", "dog", "owl");

  /** Cats: 2 of 3 found, one taken for a dog. Dogs: 1 of 2 found, one taken for a cat. One owl. */
  private static final int[] LABELS = {0, 0, 0, 1, 1, 2};

  private static final int[] PREDICTED = {0, 0, 1, 1, 0, 2};

  @Test
  void rightPredictionsAreCounted() {
    ClassificationScore score = ClassificationScore.of(PREDICTED, LABELS, CLASSES);
    assertThat(score.correct()).isEqualTo(4);
    assertThat(score.total()).isEqualTo(6);
    assertThat(score.accuracy()).isEqualTo(4 / 6.0);
    assertThat(score.accuracyInterval()).isEqualTo(Wilson.interval(4, 6, 0.95));
  }

  @Test
  void rowsAreTheTrueClassAndColumnsThePredicted() {
    int[] labels = {0, 0, 1};
    int[] predicted = {2, 2, 0};
    assertThat(ClassificationScore.of(predicted, labels, CLASSES).classification().confusion())
        .containsExactly(List.of(0, 0, 2), List.of(1, 0, 0), List.of(0, 0, 0));
  }

  @Test
  void everyClassHasItsPrecisionAndRecall() {
    ClassificationScore score = ClassificationScore.of(PREDICTED, LABELS, CLASSES);
    assertThat(score.classification().perClass())
        .containsExactly(
            new ClassScore("cat", 2 / 3.0, 2 / 3.0, 4 / 6.0, 3),
            new ClassScore("dog", 1 / 2.0, 1 / 2.0, 2 / 4.0, 2),
            new ClassScore("owl", 1, 1, 1, 1));
    assertThat(score.macroF1()).isCloseTo((2 / 3.0 + 1 / 2.0 + 1) / 3, within(1e-15));
  }

  @Test
  void nothingOverNothingIsZero() {
    int[] labels = {0, 1};
    int[] predicted = {0, 0};
    ClassificationScore score = ClassificationScore.of(predicted, labels, CLASSES);
    assertThat(score.classification().perClass())
        .containsExactly(
            new ClassScore("cat", 0.5, 1, 2 / 3.0, 1),
            new ClassScore("dog", 0, 0, 0, 1),
            new ClassScore("owl", 0, 0, 0, 0));
    assertThat(score.macroF1()).isCloseTo(2 / 9.0, within(1e-15));
  }

  @Test
  void lengthsThatDifferAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassificationScore.of(new int[2], new int[3], CLASSES))
        .withMessageEndingWith("same length. Received: 2 and 3");
  }

  @Test
  void noPredictionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassificationScore.of(new int[0], new int[0], CLASSES))
        .withMessageEndingWith("must not be empty");
  }

  @Test
  void aClassOutOfRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassificationScore.of(new int[] {0, 3}, new int[] {0, 0}, CLASSES))
        .withMessage("prediction 1 must be a class in [0, 3). Received: 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassificationScore.of(new int[] {0}, new int[] {-1}, CLASSES))
        .withMessage("label 0 must be a class in [0, 3). Received: -1");
  }
}
