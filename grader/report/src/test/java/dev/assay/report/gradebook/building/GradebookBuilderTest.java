package dev.assay.report.gradebook.building;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.SettingsReader;
import dev.assay.report.gradebook.roster.Roster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All points are worked out by hand. */
class GradebookBuilderTest {
  /** At 21:59 UTC; a tenth a day after a quarter of an hour, at most a half. */
  private static final String LATE =
      """
      {"attempts": "%s", "timeZone": "Europe/Berlin", "due": "2026-05-04T23:59",
       "late": {"graceMinutes": 15, "percentPerDay": 10, "capPercent": 50}%s}
      """;

  private static final String ON_TIME = "2026-05-04T22:14:00Z";
  private static final String A_DAY_LATE = "2026-05-05T21:59:00Z";
  private static final String TWO_DAYS_LATE = "2026-05-06T21:59:00Z";
  private static final String A_YEAR_LATE = "2027-05-04T22:00:00Z";

  private static final Student ANNA = student("1", "Anna Kim", "akim");
  private static final Student BEN = student("2", "Ben Ray", "bray");
  private static final Roster ROSTER =
      new Roster(
          List.of(ANNA, BEN),
          List.of(Sentence.of(NoteCode.ROSTER_ROW_WITHOUT_ID, "file", "c", "line", 4, "row", "x")));

  private final List<HandedInWork> work = new ArrayList<>();
  private final List<OverrideEntry> overrides = new ArrayList<>();
  private Roster roster = Roster.NONE;
  private ClassSettings settings = ClassSettings.USUAL;
  private @Nullable Pseudonyms pseudonyms;

  private static Student student(String id, String name, String login) {
    return new Student(id, name, null, null, login + "@uni.de", login, null, "A");
  }

  private static GradeReport report(
      String submission, String problem, Verdict verdict, int points) {
    GradeReport some = verdict.scored() ? Reports.classification() : Reports.compileError();
    return new GradeReport(
        new Submission(submission, "/home/" + submission, "d1", List.of()),
        problem,
        some.dataset(),
        new Judgement(verdict, Reports.said("so it is"), points, 5, List.of()),
        some.scores(),
        some.stages(),
        some.circumstances());
  }

  private void handsIn(String submission, @Nullable String at, GradeReport... reports) {
    work.add(
        new HandedInWork(
            submission,
            List.of(submission + ".zip"),
            at == null ? null : Instant.parse(at),
            List.of(reports),
            reports.length == 0));
  }

  private void scores(String submission, @Nullable String at, int points) {
    Verdict verdict = points == 5 ? Verdict.PASSED : Verdict.FAILED;
    handsIn(submission, at, report(submission, "iris", verdict, points));
  }

  private void set(String json) throws JsonProcessingException {
    settings = SettingsReader.read(json);
  }

  private void late(String attempts, String more) throws JsonProcessingException {
    set(String.format(LATE, attempts, more));
  }

  private void override(String student, @Nullable Double points) {
    overrides.add(
        new OverrideEntry(student, "iris", points, "talked to her", "Ray", Instant.EPOCH));
  }

  private ClassGrades build() {
    return GradebookBuilder.build(
        new ClassRecords(
            "run 1", work, roster, settings, new OverrideLog(overrides, List.of()), pseudonyms));
  }

  private Gradebook gradebook() {
    return build().gradebook();
  }

  private GradebookRow row(String id) {
    return gradebook().rows().stream()
        .filter(row -> row.student().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private ProblemGrade grade(String id) {
    return row(id).grades().get(0);
  }

  private List<String> notes() {
    return build().notes().stream().map(Sentence::text).toList();
  }

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
