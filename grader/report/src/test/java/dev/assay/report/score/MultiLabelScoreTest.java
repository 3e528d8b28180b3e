package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MultiLabelScoreTest {
  private static final List<String> NAMES = List.of("sea", "sky", "sun");

  /** Rows of four examples: the second and the last are all right. */
  private static final boolean[] LABELS = bits("110 000 011 100");

  private static final boolean[] PREDICTED = bits("100 000 111 100");

  private static final MultiLabelScore SCORE = MultiLabelScore.of(PREDICTED, LABELS, NAMES, 1);

  private static boolean[] bits(String rows) {
    String digits = rows.replace(" ", "");
    boolean[] bits = new boolean[digits.length()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = digits.charAt(i) == '1';
    }
    return bits;
  }

  @Test
  void anExampleIsRightWhenAllItsLabelsAre() {
    assertThat(SCORE.exact()).isEqualTo(2);
    assertThat(SCORE.total()).isEqualTo(4);
    assertThat(SCORE.subsetAccuracy()).isEqualTo(0.5);
    assertThat(SCORE.subsetAccuracyInterval()).isEqualTo(Wilson.interval(2, 4, 0.95));
  }

  @Test
  void everyLabelOfEveryExampleCounts() {
    assertThat(SCORE.right()).isEqualTo(10);
    assertThat(SCORE.binaryAccuracy()).isCloseTo(10 / 12.0, within(1e-15));
    assertThat(SCORE.hammingLoss()).isCloseTo(2 / 12.0, within(1e-15));
  }

  /** Hits, predicted and there: sea 2, 3, 2; sky 1, 1, 2; sun 1, 1, 1. */
  @Test
  void everyLabelHasItsPrecisionAndRecall() {
    assertThat(SCORE.classification().perClass())
        .containsExactly(
            new ClassScore("sea", 2 / 3.0, 1, 4 / 5.0, 2),
            new ClassScore("sky", 1, 1 / 2.0, 2 / 3.0, 2),
            new ClassScore("sun", 1, 1, 1, 1));
    assertThat(SCORE.classification().hasMatrix()).isFalse();
    assertThat(SCORE.macroF1()).isCloseTo((0.8 + 2 / 3.0 + 1) / 3, within(1e-15));
    assertThat(SCORE.microF1()).isCloseTo(8 / 10.0, within(1e-15));
  }

  @Test
  void theIntervalIsOfTheSeedAndContainsTheScore() {
    assertThat(SCORE.macroF1Interval().contains(SCORE.macroF1())).isTrue();
    assertThat(MultiLabelScore.of(PREDICTED, LABELS, NAMES, 1)).isEqualTo(SCORE);
    assertThat(MultiLabelScore.of(LABELS, LABELS, NAMES, 1).macroF1()).isEqualTo(1);
  }

  @Test
  void aLabelThatNeitherOccursNorIsPredictedHasNothing() {
    MultiLabelScore score = MultiLabelScore.of(bits("100 100"), bits("100 100"), NAMES, 1);
    assertThat(score.classification().perClass().get(2))
        .isEqualTo(new ClassScore("sun", 0, 0, 0, 0));
    assertThat(score.subsetAccuracy()).isEqualTo(1);
  }

  @Test
  void whatIsNoTableOfTheLabelsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultiLabelScore.of(bits("11"), bits("11"), NAMES, 1))
        .withMessage("labels must be a multiple of 3. Received: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultiLabelScore.of(bits("111"), bits("111 111"), NAMES, 1))
        .withMessageEndingWith("Received: 3 and 6");
  }

  /** Of 0.5, 0.9 and 0.5 against 0.1 and 0.5 four pairs of six are right and two equal. */
  @Test
  void theAreaCountsPairsAndEqualsHalf() {
    float[] scores = {0.5f, 0.1f, 0.9f, 0.5f, 0.5f};
    assertThat(RocArea.of(scores, bits("10110"))).isCloseTo(5 / 6.0, within(1e-15));
    assertThat(RocArea.of(scores, bits("01001"))).isCloseTo(1 / 6.0, within(1e-15));
    assertThat(RocArea.of(new float[] {0, -0f, 0}, bits("100"))).isEqualTo(0.5);
    assertThat(RocArea.of(scores, bits("11111"))).isNaN();
    assertThat(RocArea.of(scores, bits("00000"))).isNaN();
  }
}
