package dev.assay.report.gradebook.building;

import dev.assay.report.GradeReport;
import dev.assay.report.Submission;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.roster.StudentIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts pseudonyms in the place of all that tells who somebody is: names, ids, addresses, sections,
 * and the names of what was handed in, also where sentences of the grader have them. What students
 * wrote into their own code is not recognised. Rows are sorted by pseudonym, since the roster's
 * order tells as much as a name.
 */
record AnonymousGradebook(Pseudonyms pseudonyms) {
  Gradebook of(Gradebook gradebook) {
    return new Gradebook(
        gradebook.title(),
        gradebook.problems(),
        gradebook.passMark(),
        gradebook.rows().stream()
            .map(this::row)
            .sorted(Comparator.comparing(row -> row.student().id()))
            .toList());
  }

  private GradebookRow row(GradebookRow row) {
    String name = pseudonyms.of(row.student().id());
    List<String> submissions = new ArrayList<>();
    for (int i = 1; i <= row.submissions().size(); i++) {
      submissions.add(name + "-" + i);
    }
    return new GradebookRow(
        Student.unknown(name),
        submissions,
        row.grades().stream().map(grade -> grade(grade, row, submissions)).toList());
  }

  private static ProblemGrade grade(
      ProblemGrade grade, GradebookRow row, List<String> submissions) {
    return new ProblemGrade(
        grade.state(),
        report(grade.report(), row, submissions),
        grade.handedIn(),
        grade.rawPoints(),
        grade.latePoints(),
        grade.override());
  }

  private static @Nullable GradeReport report(
      @Nullable GradeReport report, GradebookRow row, List<String> submissions) {
    if (report == null) {
      return null;
    }
    String id = report.submission().id();
    String name = submissions.get(Math.max(0, row.submissions().indexOf(id)));
    return new GradeReport(
        new Submission(name, name, report.submission().digest(), List.of()),
        report.problem(),
        report.dataset(),
        remover(row.student(), report.submission(), name).from(report.judgement()),
        report.scores(),
        report.stages(),
        report.circumstances());
  }

  private static NameRemover remover(Student student, Submission submission, String name) {
    String entry = submission.origin().replaceFirst("(?s).*[/\\\\]", "");
    return new NameRemover(
        Arrays.asList(
            submission.origin(),
            submission.id(),
            StudentIndex.withoutAttempt(submission.id()),
            entry,
            student.id(),
            student.name(),
            student.firstName(),
            student.lastName(),
            student.email(),
            student.login(),
            student.sisId()),
        name);
  }
}
