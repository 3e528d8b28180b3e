package dev.assay.report.gradebook.building;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.Excuse;
import dev.assay.report.gradebook.policy.Extension;
import dev.assay.report.gradebook.policy.ProblemSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the gradebook of a class: a row for each student of the roster, in its order, then one for
 * each submission of which nobody knows whose it is.
 */
public final class GradebookBuilder {
  /** The most points of a problem that has no result yet. */
  private static final int MAX_POINTS = 5;

  private final ClassRecords records;
  private final ClassSettings settings;
  private final List<Sentence> notes = new ArrayList<>();

  private GradebookBuilder(ClassRecords records) {
    this.records = records;
    settings = records.settings();
  }

  /** Makes the gradebook. The same records give the same one, in whatever order the work comes. */
  public static ClassGrades build(ClassRecords records) {
    return new GradebookBuilder(records).build();
  }

  /**
   * Finds the student that a name means, as points given by hand and settings name one: an id,
   * login, email address, SIS id or name, a pseudonym, or the id of a submission.
   *
   * @return empty where nobody is meant, or several could be
   */
  public static Optional<Student> student(ClassRecords records, String name) {
    return ClassMembers.of(records, new ArrayList<>()).find(name);
  }

  private ClassGrades build() {
    notes.addAll(records.roster().notes());
    notes.addAll(records.overrides().notes());
    List<GradedProblem> problems = problems();
    ClassMembers members = ClassMembers.of(records, notes);
    checkSettings(members);
    Map<Student, Map<String, PointsOverride>> overrides = overrides(members, problems);
    List<GradebookRow> rows = new ArrayList<>();
    members
        .work()
        .forEach(
            (student, work) ->
                rows.add(
                    row(
                        student,
                        work,
                        members,
                        problems,
                        overrides.getOrDefault(student, Map.of()))));
    String title = Objects.requireNonNullElse(settings.title(), records.title());
    Gradebook gradebook = new Gradebook(title, problems, settings.passMark(), rows);
    return new ClassGrades(
        records.pseudonyms() == null
            ? gradebook
            : new AnonymousGradebook(records.pseudonyms()).of(gradebook),
        notes);
  }

  private List<GradedProblem> problems() {
    Map<String, Integer> points = new TreeMap<>();
    for (HandedInWork work : records.work()) {
      for (GradeReport report : work.reports()) {
        if (!report.problem().equals(GradeReport.NO_PROBLEM)) {
          points.merge(report.problem(), report.judgement().maxPoints(), Math::max);
        }
      }
    }
    if (settings.problems().isEmpty()) {
      return points.entrySet().stream()
          .map(entry -> new GradedProblem(entry.getKey(), entry.getValue(), 1))
          .toList();
    }
    List<GradedProblem> problems = new ArrayList<>();
    for (ProblemSettings set : settings.problems()) {
      Integer most = points.remove(set.id());
      problems.add(new GradedProblem(set.id(), most == null ? MAX_POINTS : most, set.weight()));
    }
    points
        .keySet()
        .forEach(id -> notes.add(Sentence.of(NoteCode.GRADES_PROBLEM_LEFT_OUT, "problem", id)));
    return problems;
  }

  /** Says which names in the settings are nobody's. */
  private void checkSettings(ClassMembers members) {
    Set<String> named = new LinkedHashSet<>();
    settings.deadlines().extensions().stream().map(Extension::student).forEach(named::add);
    settings.excused().stream().map(Excuse::student).filter(Objects::nonNull).forEach(named::add);
    for (String name : named) {
      if (members.find(name).isEmpty()) {
        notes.add(Sentence.of(NoteCode.GRADES_SETTING_OF_NOBODY, "student", name));
      }
    }
    if (hasDueDate()) {
      records.work().stream()
          .filter(work -> work.handedIn() == null)
          .map(HandedInWork::submission)
          .sorted()
          .forEach(id -> notes.add(Sentence.of(NoteCode.GRADES_TIME_UNKNOWN, "submission", id)));
    }
  }

  private boolean hasDueDate() {
    return settings.deadlines().due() != null
        || settings.problems().stream().anyMatch(problem -> problem.due() != null);
  }

  private Map<Student, Map<String, PointsOverride>> overrides(
      ClassMembers members, List<GradedProblem> problems) {
    Map<String, Double> most = new HashMap<>();
    problems.forEach(problem -> most.put(problem.id(), problem.maxPoints()));
    Map<Student, Map<String, PointsOverride>> all = new LinkedHashMap<>();
    Set<Sentence> unused = new LinkedHashSet<>();
    for (OverrideEntry entry : records.overrides().entries()) {
      Student student = members.find(entry.student()).orElse(null);
      Double limit = most.get(entry.problem());
      if (student == null || limit == null) {
        unused.add(note(NoteCode.GRADES_OVERRIDE_OF_NOBODY, entry));
      } else if (entry.points() != null && entry.points() > limit) {
        unused.add(note(NoteCode.GRADES_OVERRIDE_TOO_HIGH, entry));
      } else {
        Map<String, PointsOverride> own = all.computeIfAbsent(student, s -> new HashMap<>());
        PointsOverride override = entry.override();
        if (override == null) {
          own.remove(entry.problem());
        } else {
          own.put(entry.problem(), override);
        }
      }
    }
    notes.addAll(unused);
    return all;
  }

  private static Sentence note(NoteCode code, OverrideEntry entry) {
    return Sentence.of(
        code,
        "student",
        entry.student(),
        "problem",
        entry.problem(),
        "points",
        entry.points() == null ? 0.0 : entry.points());
  }

  private GradebookRow row(
      Student student,
      List<HandedInWork> work,
      ClassMembers members,
      List<GradedProblem> problems,
      Map<String, PointsOverride> overrides) {
    StudentGrades grades =
        new StudentGrades(
            settings, work, name -> members.find(name).filter(student::equals).isPresent());
    List<ProblemGrade> all = new ArrayList<>();
    for (GradedProblem problem : problems) {
      all.add(overridden(grades.grade(problem.id()), overrides.get(problem.id())));
    }
    return new GradebookRow(student, work.stream().map(HandedInWork::submission).toList(), all);
  }

  /** A person's points make a grade of what is missing or waits, and of nothing that is excused. */
  private static ProblemGrade overridden(ProblemGrade grade, @Nullable PointsOverride override) {
    if (override == null) {
      return grade;
    }
    return new ProblemGrade(
        grade.state() == GradeState.EXCUSED ? GradeState.EXCUSED : GradeState.GRADED,
        grade.report(),
        grade.handedIn(),
        grade.rawPoints(),
        grade.latePoints(),
        override);
  }
}
