package dev.assay.report.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradebookTest {
  private static final List<GradedProblem> PROBLEMS =
      List.of(new GradedProblem("iris", 5, 1), new GradedProblem("mnist", 10, 3));

  private static final PointsOverride SEVEN =
      new PointsOverride(7, "the plot was explained", "Kim", Instant.EPOCH);

  @Test
  void aTotalWeighsTheSharesOfPoints() {
    // (1 * 2 / 5 + 3 * 7 / 10) of 4
    assertThat(total(points(2), points(7))).isEqualTo(62.5);
    // 1 * 0 + 3 * 7 / 10, of 4
    assertThat(total(ProblemGrade.without(GradeState.MISSING), points(7))).isEqualTo(52.5);
  }

  @Test
  void whatIsExcusedOrPendingCountsNeitherWay() {
    assertThat(total(ProblemGrade.without(GradeState.EXCUSED), points(7))).isEqualTo(70);
    assertThat(total(ProblemGrade.without(GradeState.PENDING), points(7))).isEqualTo(70);
    assertThat(
            total(
                ProblemGrade.without(GradeState.EXCUSED), ProblemGrade.without(GradeState.PENDING)))
        .isZero();
  }

  @Test
  void nobodyHasPassedWhileAProblemWaits() {
    assertThat(passed(ProblemGrade.without(GradeState.EXCUSED), points(7))).isTrue();
    assertThat(passed(ProblemGrade.without(GradeState.PENDING), points(7))).isFalse();
    assertThat(passed(ProblemGrade.without(GradeState.MISSING), points(7))).isFalse();
  }

  @Test
  void pointsOfAPersonReplaceThoseOfTheGrader() {
    assertThat(new ProblemGrade(GradeState.GRADED, null, null, 4, 1, SEVEN).points()).isEqualTo(7);
    assertThat(new ProblemGrade(GradeState.PENDING, null, null, 4, 1, null).points()).isZero();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new ProblemGrade(GradeState.GRADED, null, null, 4, 1, null))
        .hasMessage("a grade must have a result or an override");
    assertThatThrownBy(() -> new ProblemGrade(GradeState.GRADED, null, null, 4, 5, SEVEN))
        .hasMessage("latePoints must be in [0, 4.0]. Received: 5.0");
    assertThatThrownBy(() -> new GradedProblem("iris", 0, 1)).hasMessageContaining("maxPoints");
    assertThatThrownBy(() -> new GradedProblem("iris", 5, -1)).hasMessageContaining("weight");
    assertThatThrownBy(() -> new PointsOverride(Double.NaN, "why", "Kim", Instant.EPOCH))
        .hasMessageContaining("points must be at least 0");
    assertThatThrownBy(() -> new Gradebook("class", PROBLEMS, 101, List.of()))
        .hasMessageContaining("passMark");
    GradebookRow none = new GradebookRow(Student.unknown("ann"), List.of(), List.of());
    assertThatThrownBy(() -> new Gradebook("class", PROBLEMS, 60, List.of(none)))
        .hasMessage("ann must have a grade for each of 2 problems. Received: 0");
  }

  private static ProblemGrade points(double points) {
    return new ProblemGrade(
        GradeState.GRADED,
        null,
        null,
        0,
        0,
        new PointsOverride(points, "by hand", "Kim", Instant.EPOCH));
  }

  private static double total(ProblemGrade iris, ProblemGrade mnist) {
    return book(iris, mnist).total(row(iris, mnist));
  }

  private static boolean passed(ProblemGrade iris, ProblemGrade mnist) {
    return book(iris, mnist).passed(row(iris, mnist));
  }

  private static Gradebook book(ProblemGrade iris, ProblemGrade mnist) {
    return new Gradebook("class", PROBLEMS, 60, List.of(row(iris, mnist)));
  }

  private static GradebookRow row(ProblemGrade iris, ProblemGrade mnist) {
    return new GradebookRow(Student.unknown("ann"), List.of("ann"), List.of(iris, mnist));
  }
}
