package dev.assay.run.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Severity;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInTest {
  private static final Limits TABLE = new Limits(500, 100_000, 10, 20, 120);
  private static final Limits IMAGE =
      new Limits(100, 5_000_000, 200, 20, 600, Limits.IMAGE_BUILT_IN_BYTES);

  private static ProblemSpec spec(Task task, int classes, Limits limits) {
    TensorSpec input = new TensorSpec(ElementType.FLOAT32, List.of(4));
    return new ProblemSpec("iris", "embedded", input, task, classes, limits, 1);
  }

  private static BuiltIn iris(long bytes, long trainable, int hidden) {
    return BuiltIn.of(spec(Task.MULTICLASS_CLASSIFICATION, 3, TABLE), bytes, trainable, hidden);
  }

  /** 50 labels of three classes: 50 * 1.585 / 8 = 9.9 bytes. */
  @Test
  void hiddenLabelsHoldAsManyBitsAsTheirClassesNeed() {
    assertThat(iris(0, 1, 50).labels()).isEqualTo(10);
    assertThat(BuiltIn.of(spec(Task.BINARY_CLASSIFICATION, 2, TABLE), 0, 1, 200).labels())
        .isEqualTo(25);
    assertThat(BuiltIn.of(spec(Task.MULTICLASS_CLASSIFICATION, 10, IMAGE), 0, 1, 10_000).labels())
        .isEqualTo(4153);
    assertThat(BuiltIn.of(spec(Task.REGRESSION, 0, TABLE), 0, 1, 80).labels()).isEqualTo(20);
    assertThat(BuiltIn.of(spec(Task.MULTILABEL_CLASSIFICATION, 3, TABLE), 0, 1, 100).labels())
        .isEqualTo(38);
  }

  @Test
  void aQuarterOfTheLimitIsUsual() {
    assertThat(iris(512, 200, 50).isLarge()).isFalse();
    assertThat(iris(513, 200, 50).isLarge()).isTrue();
  }

  /** A trained scalar decides nothing; a table of two columns of iris takes some 300 bytes. */
  @Test
  void lessIsLargeBesideNextToNothingThatIsTrained() {
    assertThat(iris(128, 1, 50).isLarge()).isFalse();
    assertThat(iris(129, 1, 50).isLarge()).isTrue();
    assertThat(iris(240, 15, 50).isLarge()).isFalse();
    assertThat(iris(241, 15, 50).isLarge()).isTrue();
  }

  @Test
  void moreIsLargeBesideTheTrainedWeightsOrTheHiddenLabels() {
    ProblemSpec digits = spec(Task.MULTICLASS_CLASSIFICATION, 10, IMAGE);

    assertThat(BuiltIn.of(digits, 3000, 100_000, 10_000).isLarge()).isFalse();
    assertThat(BuiltIn.of(digits, 3000, 700, 10_000).isLarge()).isTrue();
    assertThat(BuiltIn.of(digits, 5000, 100_000, 10_000).isLarge()).isTrue();
  }

  @Test
  void withoutAHiddenSetOnlyTheTrainedWeightsAreBeside() {
    assertThat(iris(1000, 500, 0).isLarge()).isFalse();
    assertThat(iris(1000, 500, 50).isLarge()).isTrue();
    assertThat(iris(1000, 4, 0).isLarge()).isTrue();
    assertThat(iris(1000, 4, 0).finding().message()).doesNotContain("hidden");
  }

  @Test
  void theProblemsLimitIsTheMost() {
    assertThat(iris(2048, 1, 50).isTooLarge()).isFalse();
    assertThat(iris(2049, 1, 50).isTooLarge()).isTrue();
  }

  @Test
  void theWarningSaysHowMuchThereIs() {
    assertThat(iris(1059, 1, 50).finding().severity()).isEqualTo(Severity.WARNING);
    assertThat(iris(1059, 1, 50).finding().message())
        .contains("1,059 bytes", "trained weights have 4 bytes", "hidden labels hold 10 bytes");
  }
}
