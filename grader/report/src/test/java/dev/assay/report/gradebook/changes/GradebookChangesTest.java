package dev.assay.report.gradebook.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Reports;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals are worked out by hand; the pass mark is 50 %. */
class GradebookChangesTest {
  @TempDir private Path folder;

  private static GradeReport report(Verdict verdict, int points) {
    GradeReport some = Reports.classification();
    return new GradeReport(
        some.submission(),
        "iris",
        some.dataset(),
        new Judgement(verdict, Reports.said("so it is"), points, 5, List.of()),
        some.scores(),
        some.stages(),
        some.circumstances());
  }

  private static ProblemGrade grade(Verdict verdict, int points) {
    return new ProblemGrade(GradeState.GRADED, report(verdict, points), null, points, 0, null);
  }

  private static Gradebook book(double weight, GradebookRow... rows) {
    return new Gradebook(
        "ML",
        List.of(new GradedProblem("iris", 5, weight), new GradedProblem("mnist", 5, 1)),
        50,
        List.of(rows));
  }

  private static GradebookRow row(String student, ProblemGrade iris, ProblemGrade mnist) {
    return new GradebookRow(
        Student.unknown(student), List.of(student), Stream.of(iris, mnist).toList());
  }

  @Test
  void pointsTotalAndPassingAreCompared() {
    ProblemGrade missing = ProblemGrade.without(GradeState.MISSING);
    Gradebook before =
        book(
            1,
            row("anna", grade(Verdict.FAILED, 4), missing),
            row("ben", grade(Verdict.PASSED, 5), missing));
    Gradebook after =
        book(
            1,
            row("anna", grade(Verdict.PASSED, 5), missing),
            row("ben", grade(Verdict.PASSED, 5), missing));
    List<StudentChange> changes = GradebookChanges.between(before, after);
    assertThat(changes).hasSize(1);
    StudentChange anna = changes.get(0);
    assertThat(anna.student().id()).isEqualTo("anna");
    assertThat(anna.problems()).extracting(ProblemChange::problem).containsExactly("iris");
    assertThat(anna.totalBefore()).isEqualTo(40);
    assertThat(anna.totalAfter()).isEqualTo(50);
    assertThat(anna.passedBefore()).isFalse();
    assertThat(anna.passedAfter()).isTrue();
  }

  /** With a weight of 3 for iris, 5 and 0 of 5 points are 75 %, and 0 and 5 are 25 %. */
  @Test
  void otherWeightsChangeTheTotalAlone() {
    GradebookRow anna = row("anna", grade(Verdict.PASSED, 5), grade(Verdict.FAILED, 0));
    GradebookRow ben = row("ben", grade(Verdict.FAILED, 0), grade(Verdict.PASSED, 5));
    List<StudentChange> changes = GradebookChanges.between(book(1, anna, ben), book(3, anna, ben));
    assertThat(changes).extracting(StudentChange::totalAfter).containsExactly(75.0, 25.0);
    assertThat(changes).extracting(StudentChange::passedAfter).containsExactly(true, false);
    assertThat(changes).allMatch(change -> change.problems().isEmpty());
  }

  @Test
  void aStudentWhomOnlyOneOfTheTwoHasIsNoChange() {
    GradebookRow anna = row("anna", grade(Verdict.PASSED, 5), grade(Verdict.FAILED, 0));
    assertThat(GradebookChanges.between(book(1), book(1, anna))).isEmpty();
    assertThat(GradebookChanges.between(book(1, anna), book(1))).isEmpty();
    assertThat(GradebookChanges.between(book(1, anna), book(1, anna))).isEmpty();
  }

  @Test
  void theLogHasALineForEachScoring() throws Exception {
    Path log = folder.resolve("scorings.jsonl");
    ScoringEntry entry =
        new ScoringEntry(
            Instant.parse("2026-05-04T10:00:00Z"),
            "Kim",
            "label 7 was wrong\u2028",
            null,
            "hidden.sealed",
            List.of(
                new ScoringEntry.Change(
                    report(Verdict.FAILED, 4), report(Verdict.PASSED, 5), "result.1.json")));
    ScoringLog.append(log, entry);
    Files.writeString(log, Files.readString(log) + "{\"at\": cut");
    ScoringLog.append(log, entry);
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .isEqualTo(lines.get(2))
        .startsWith(
            "{\"at\":\"2026-05-04T10:00:00Z\",\"by\":\"Kim\",\"reason\":\"label 7 was wrong\\u2028\","
                + "\"settings\":null,\"hidden\":\"hidden.sealed\",\"changes\":[{\"submission\":")
        .contains(
            "\"kept\":\"result.1.json\",\"before\":{\"verdict\":\"FAILED\",\"points\":4,",
            "\"after\":{\"verdict\":\"PASSED\",\"points\":5,");
  }
}
