package dev.assay.report.gradebook.building;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lateness, attempts, weights, extensions and points by hand. */
class GradebookPolicyTest extends ClassBuilding {
  @ParameterizedTest
  @ValueSource(strings = {"best", "last"})
  void aSingleHandInLosesWhatLatenessCosts(String attempts) throws Exception {
    late(attempts, "");
    scores("anna", ON_TIME, 5);
    scores("ben", A_DAY_LATE, 5);
    scores("cleo", TWO_DAYS_LATE, 3);
    scores("dora", A_YEAR_LATE, 5);
    scores("emil", null, 5);
    assertThat(grade("anna").points()).isEqualTo(5);
    assertThat(grade("ben").latePoints()).isEqualTo(0.5);
    assertThat(grade("ben").rawPoints()).isEqualTo(5);
    assertThat(grade("ben").handedIn()).isEqualTo(A_DAY_LATE);
    assertThat(grade("cleo").points()).isEqualTo(2.4);
    assertThat(grade("dora").points()).isEqualTo(2.5);
    assertThat(grade("emil").points()).isEqualTo(5);
    assertThat(notes())
        .containsExactly(
            "emil: it is not known when it was handed in, so it does not count as late.");
  }

  @Test
  void theLastHandInCountsHoweverItWent() throws Exception {
    late("last", "");
    roster = ROSTER;
    scores("akim (2026-05-04T10-00)", "2026-05-04T08:00:00Z", 5);
    scores("akim", A_DAY_LATE, 2);
    assertThat(grade("1").points()).isEqualTo(1.8);
    assertThat(row("1").submissions()).containsExactly("akim (2026-05-04T10-00)", "akim");
  }

  @Test
  void theBestHandInIsTheOneWithMostPointsAfterLateness() throws Exception {
    late("best", "");
    roster = ROSTER;
    scores("1_iris", ON_TIME, 4);
    // 5 - 10 % = 4.5
    scores("akim", A_DAY_LATE, 5);
    // 5 - 20 % = 4.0
    scores("anna kim", TWO_DAYS_LATE, 5);
    assertThat(grade("1").points()).isEqualTo(4.5);
    assertThat(grade("1").report()).extracting(r -> r.submission().id()).isEqualTo("akim");
  }

  @Test
  void ofEquallyGoodHandInsTheEarliestCounts() throws Exception {
    late("best", "");
    roster = ROSTER;
    scores("anna kim", TWO_DAYS_LATE, 5);
    scores("akim", ON_TIME, 4);
    // 5 - 20 % = 4.0, as much as 4 in time
    assertThat(grade("1").latePoints()).isZero();
    assertThat(grade("1").rawPoints()).isEqualTo(4);
  }

  @Test
  void weightsAndColumnsAreTheSettings() throws Exception {
    set(
        "{\"title\": \"ML\", \"passMark\": 70, \"problems\": [{\"id\": \"mnist\", \"weight\": 3}, \"iris\"]}");
    scores("anna", null, 5);
    handsIn("ben", null, report("ben", "wine", Verdict.PASSED, 5));
    Gradebook gradebook = gradebook();
    assertThat(gradebook.title()).isEqualTo("ML");
    assertThat(gradebook.problems())
        .containsExactly(new GradedProblem("mnist", 5, 3), new GradedProblem("iris", 5, 1));
    // (3 * 0 + 1 * 5 / 5) of 4
    assertThat(gradebook.total(row("anna"))).isEqualTo(25);
    assertThat(gradebook.passed(row("anna"))).isFalse();
    assertThat(notes())
        .containsExactly(
            "There are results for wine, which the settings do not list: they do not count.");
  }

  @Test
  void extensionsAndExcusesAreOneStudents() throws Exception {
    late(
        "last",
        ", \"extensions\": [{\"student\": \"akim@uni.de\", \"until\": \"2026-05-05T23:59\"},"
            + " {\"student\": \"nobody\", \"until\": \"2026-05-05T23:59\"}],"
            + " \"excused\": [{\"student\": \"Ben Ray\", \"problem\": \"iris\"}]");
    roster = ROSTER;
    scores("akim", A_DAY_LATE, 5);
    scores("bray", A_DAY_LATE, 5);
    scores("cleo", A_DAY_LATE, 5);
    assertThat(grade("1").points()).isEqualTo(5);
    assertThat(grade("2").state()).isEqualTo(GradeState.EXCUSED);
    assertThat(grade("cleo").points()).isEqualTo(4.5);
    assertThat(notes())
        .contains(
            "The settings name nobody, who is not one student of this class: the entry has no"
                + " effect.");
  }

  @Test
  void anExtensionEndsToTheInstantAndCountsDaysFromItsOwnDate() throws Exception {
    late("last", ", \"extensions\": [{\"student\": \"a\", \"until\": \"2026-05-05T12:00\"}]");
    // 12:00 is 10:00 UTC; the grace minutes follow it.
    scores("a", "2026-05-05T10:15:00Z", 5);
    assertThat(grade("a").points()).isEqualTo(5);
    work.clear();
    scores("a", "2026-05-05T10:15:01Z", 5);
    assertThat(grade("a").points()).isEqualTo(4.5);
    work.clear();
    scores("a", "2026-05-06T10:00:01Z", 5);
    assertThat(grade("a").points()).isEqualTo(4);
  }

  @Test
  void aProblemMayBeExcusedForAll() throws Exception {
    set("{\"excused\": [{\"problem\": \"iris\"}]}");
    scores("anna", null, 1);
    assertThat(grade("anna")).isEqualTo(ProblemGrade.without(GradeState.EXCUSED));
  }

  @Test
  void pointsByHandReplaceTheGradersAndLeaveThemVisible() throws Exception {
    late("last", "");
    roster = ROSTER;
    scores("akim", A_DAY_LATE, 2);
    override("Anna Kim", 4.5);
    override("bray", 1.0);
    override("akim", 3.5);
    ProblemGrade grade = grade("1");
    assertThat(grade.points()).isEqualTo(3.5);
    assertThat(grade.rawPoints()).isEqualTo(2);
    assertThat(grade.latePoints()).isEqualTo(0.2);
    assertThat(grade.override())
        .extracting(o -> o.comment() + o.by())
        .isEqualTo("talked to herRay");
    assertThat(grade("2").points()).as("for nothing handed in").isEqualTo(1);
    assertThat(grade("2").state()).isEqualTo(GradeState.GRADED);
    override("1", null);
    assertThat(grade("1").points()).as("taken back").isEqualTo(1.8);
  }

  @Test
  void pointsByHandOfNobodyOrTooManyAreTold() throws Exception {
    set("{\"excused\": [{\"student\": \"anna\"}]}");
    scores("anna", null, 2);
    override("zoe", 1.0);
    override("anna", 5.5);
    override("anna", 5.0);
    assertThat(notes())
        .containsExactly(
            "Points given by hand to zoe for iris do not count: this class has no such student or"
                + " problem.",
            "5.5 points given by hand to anna for iris do not count: they are more than the problem"
                + " gives.");
    assertThat(grade("anna").state()).isEqualTo(GradeState.EXCUSED);
    assertThat(grade("anna").override()).isNotNull();
  }
}
