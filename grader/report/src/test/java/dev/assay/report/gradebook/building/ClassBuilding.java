package dev.assay.report.gradebook.building;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Reports;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.SettingsReader;
import dev.assay.report.gradebook.roster.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class of which tests say who hands in what; all points are worked out by hand. */
abstract class ClassBuilding {
  /** At 21:59 UTC; a tenth a day after a quarter of an hour, at most a half. */
  static final String LATE =
      """
      {"attempts": "%s", "timeZone": "Europe/Berlin", "due": "2026-05-04T23:59",
       "late": {"graceMinutes": 15, "percentPerDay": 10, "capPercent": 50}%s}
      """;

  static final String ON_TIME = "2026-05-04T22:14:00Z";
  static final String A_DAY_LATE = "2026-05-05T21:59:00Z";
  static final String TWO_DAYS_LATE = "2026-05-06T21:59:00Z";
  static final String A_YEAR_LATE = "2027-05-04T22:00:00Z";

  static final Student ANNA = student("1", "Anna Kim", "akim");
  static final Student BEN = student("2", "Ben Ray", "bray");
  static final Roster ROSTER =
      new Roster(
          List.of(ANNA, BEN),
          List.of(Sentence.of(NoteCode.ROSTER_ROW_WITHOUT_ID, "file", "c", "line", 4, "row", "x")));

  final List<HandedInWork> work = new ArrayList<>();
  final List<OverrideEntry> overrides = new ArrayList<>();
  Roster roster = Roster.NONE;
  ClassSettings settings = ClassSettings.USUAL;
  @Nullable Pseudonyms pseudonyms;

  static Student student(String id, String name, String login) {
    return new Student(id, name, null, null, login + "@uni.de", login, null, "A");
  }

  static GradeReport report(String submission, String problem, Verdict verdict, int points) {
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

  void handsIn(String submission, @Nullable String at, GradeReport... reports) {
    work.add(
        new HandedInWork(
            submission,
            List.of(submission + ".zip"),
            at == null ? null : Instant.parse(at),
            List.of(reports),
            reports.length == 0));
  }

  void scores(String submission, @Nullable String at, int points) {
    Verdict verdict = points == 5 ? Verdict.PASSED : Verdict.FAILED;
    handsIn(submission, at, report(submission, "iris", verdict, points));
  }

  void set(String json) throws JsonProcessingException {
    settings = SettingsReader.read(json);
  }

  void late(String attempts, String more) throws JsonProcessingException {
    set(String.format(LATE, attempts, more));
  }

  void override(String student, @Nullable Double points) {
    overrides.add(
        new OverrideEntry(student, "iris", points, "talked to her", "Ray", Instant.EPOCH));
  }

  ClassGrades build() {
    return GradebookBuilder.build(
        new ClassRecords(
            "run 1", work, roster, settings, new OverrideLog(overrides, List.of()), pseudonyms));
  }

  Gradebook gradebook() {
    return build().gradebook();
  }

  GradebookRow row(String id) {
    return gradebook().rows().stream()
        .filter(row -> row.student().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  ProblemGrade grade(String id) {
    return row(id).grades().get(0);
  }

  List<String> notes() {
    return build().notes().stream().map(Sentence::text).toList();
  }
}
