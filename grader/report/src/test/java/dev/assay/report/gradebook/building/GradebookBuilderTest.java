package dev.assay.report.gradebook.building;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Reports;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.roster.Roster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whose a submission is, what waits, and what nobody may read. */
class GradebookBuilderTest extends ClassBuilding {
  @Test
  void withoutARosterEachSubmissionHasARow() {
    scores("ben", null, 2);
    scores("anna", null, 5);
    Gradebook gradebook = gradebook();
    assertThat(gradebook.title()).isEqualTo("run 1");
    assertThat(gradebook.problems()).containsExactly(new GradedProblem("iris", 5, 1));
    assertThat(gradebook.rows())
        .extracting(GradebookRow::student)
        .containsExactly(Student.unknown("anna"), Student.unknown("ben"));
    assertThat(gradebook.total(gradebook.rows().get(1))).isEqualTo(40);
    assertThat(notes()).isEmpty();
  }

  @Test
  void everyStudentOfTheRosterHasARowInItsOrder() {
    roster = ROSTER;
    scores("bray_4711", null, 3);
    scores("who", null, 1);
    Gradebook gradebook = gradebook();
    assertThat(gradebook.rows())
        .extracting(row -> row.student().id())
        .containsExactly("1", "2", "who");
    assertThat(grade("1")).isEqualTo(ProblemGrade.without(GradeState.MISSING));
    assertThat(grade("2").points()).isEqualTo(3);
    assertThat(row("2").submissions()).containsExactly("bray_4711");
    assertThat(notes())
        .containsExactly(
            "c, line 4: left out, because it has no id, login, SIS id or email address: x",
            "who: nobody in the roster is called that; it has a row of its own.");
  }

  @Test
  void aSubmissionIsFoundByWhatItsFilesAreCalled() {
    roster = ROSTER;
    work.add(
        new HandedInWork(
            "x",
            List.of("akim.zip"),
            null,
            List.of(report("x", "iris", Verdict.PASSED, 5)),
            false));
    assertThat(grade("1").points()).isEqualTo(5);
  }

  @Test
  void whereTwoCouldBeMeantNobodyIs() {
    roster = new Roster(List.of(ANNA, student("3", "Anna Kim", "ann")), List.of());
    scores("Anna Kim", null, 3);
    assertThat(gradebook().rows()).hasSize(3);
    assertThat(notes())
        .containsExactly(
            "Anna Kim: several students could be meant (1, 3); it has a row of its own. Name the"
                + " folder after one id.");
  }

  @Test
  void aRowOfItsOwnNeverTakesAStudentsId() {
    // "Anna" as an id could be either student, whose ids differ in case only.
    roster = new Roster(List.of(student("Anna", "A", "a"), student("anna", "B", "b")), List.of());
    scores("Anna", null, 5);
    assertThat(gradebook().rows())
        .extracting(row -> row.student().id())
        .containsExactly("Anna", "anna", "Anna~");
  }

  @Test
  void withoutTimesTheIdsTellWhichIsLast() {
    roster = ROSTER;
    scores("akim", null, 1);
    scores("anna kim", null, 2);
    assertThat(grade("1").points()).isEqualTo(2);
    work.add(
        new HandedInWork(
            "1", List.of(), Instant.EPOCH, List.of(report("1", "iris", Verdict.FAILED, 3)), false));
    assertThat(grade("1").points()).isEqualTo(3);
  }

  @Test
  void aGraderErrorWaitsAndCostsNothing() throws Exception {
    roster = ROSTER;
    handsIn("akim", ON_TIME, report("akim", "iris", Verdict.GRADER_ERROR, 0));
    scores("anna kim", A_DAY_LATE, 4);
    handsIn("bray", ON_TIME, report("bray", GradeReport.NO_PROBLEM, Verdict.GRADER_ERROR, 0));
    assertThat(grade("1").state()).as("the last is graded").isEqualTo(GradeState.GRADED);
    assertThat(grade("2").state()).isEqualTo(GradeState.PENDING);
    assertThat(gradebook().isComplete(row("2"))).isFalse();
    set("{\"attempts\": \"best\"}");
    assertThat(grade("1").state()).as("the other may be better").isEqualTo(GradeState.PENDING);
    assertThat(grade("1").report()).isNotNull();
    scores("1", ON_TIME, 5);
    assertThat(grade("1").points()).as("nothing can be better").isEqualTo(5);
  }

  @Test
  void whatIsNotGradedYetWaits() {
    roster = ROSTER;
    scores("akim", ON_TIME, 4);
    handsIn("anna kim", A_DAY_LATE);
    assertThat(grade("1").state()).isEqualTo(GradeState.PENDING);
    assertThat(grade("1").report()).isNull();
  }

  @Test
  void whatAnswersNothingIsGradedWithoutPoints() {
    roster = ROSTER;
    handsIn("akim", ON_TIME, report("akim", GradeReport.NO_PROBLEM, Verdict.NO_ANSWER, 0));
    scores("bray", ON_TIME, 4);
    handsIn("ben ray", A_DAY_LATE, report("ben ray", GradeReport.NO_PROBLEM, Verdict.NO_ANSWER, 0));
    assertThat(grade("1").state()).isEqualTo(GradeState.GRADED);
    assertThat(grade("1").points()).isZero();
    assertThat(grade("2").points()).as("what answers it counts").isEqualTo(4);
  }

  @Test
  void withAKeyNobodyIsNamed() {
    roster = ROSTER;
    pseudonyms = new Pseudonyms("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    scores("akim", null, 5);
    scores("Anna Kim_4711", null, 4);
    Gradebook gradebook = gradebook();
    assertThat(gradebook.toString()).doesNotContainIgnoringCase("anna", "kim", "ray", "uni.de");
    String name = pseudonyms.of("1");
    assertThat(row(name).submissions()).containsExactly(name + "-1", name + "-2");
    assertThat(grade(name).report())
        .extracting(GradeReport::submission)
        .isEqualTo(new Submission(name + "-2", name + "-2", "d1", List.of()));
    assertThat(gradebook.rows())
        .extracting(row -> row.student().id())
        .isSorted()
        .containsExactlyInAnyOrder(name, pseudonyms.of("2"));
  }

  @Test
  void sentencesOfTheGraderNameNobodyEither() {
    pseudonyms = new Pseudonyms("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    GradeReport some = report("anna", "iris", Verdict.FAILED, 2);
    Sentence said =
        Sentence.of(
            NoteCode.RESULT_OF_ANOTHER,
            "file",
            "/home/ANNA/annals.txt",
            "submission",
            List.of(Reports.said("anna").get(0), "anna.zip"),
            "problem",
            3);
    handsIn(
        "anna",
        null,
        new GradeReport(
            some.submission(),
            "iris",
            some.dataset(),
            new Judgement(Verdict.FAILED, List.of(said), 2, 5, List.of(Reports.OVERFITTING)),
            some.scores(),
            some.stages(),
            some.circumstances()));
    String name = pseudonyms.of("anna");
    GradeReport anonymous = Objects.requireNonNull(grade(name).report());
    assertThat(anonymous.judgement().message())
        .startsWith(name + "-1/annals.txt is the result of " + name + "-1, " + name + "-1.zip / 3");
    assertThat(anonymous.judgement().findings()).containsExactly(Reports.OVERFITTING);
  }

  @Test
  void theOrderOfTheWorkDoesNotMatter() throws Exception {
    late("best", "");
    roster = ROSTER;
    scores("akim", ON_TIME, 4);
    scores("anna kim", ON_TIME, 4);
    scores("who", A_DAY_LATE, 3);
    scores("bray", TWO_DAYS_LATE, 5);
    ClassGrades first = build();
    for (int i = 0; i < 4; i++) {
      Collections.rotate(work, 1);
      assertThat(build()).isEqualTo(first);
    }
  }

  @Test
  void aClassOfNobodyIsEmpty() {
    assertThat(gradebook().rows()).isEmpty();
    assertThat(gradebook().problems()).isEmpty();
  }
}
