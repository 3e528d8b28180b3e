package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.export.Cells;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.Points;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file for the CSV import of Moodle's gradebook.
 *
 * <p>Moodle aborts the whole import at a student whom it does not know, gives the grades of a row
 * without an identity to the student before, and deletes the grade of a blank cell. So there is
 * nothing blank in the file: identities that some student lacks are left out, and so are students
 * who still wait for a grade.
 */
final class MoodleGradebook {
  private static final Map<String, Function<Student, @Nullable String>> IDENTITIES =
      new LinkedHashMap<>();

  static {
    IDENTITIES.put("idnumber", Student::sisId);
    IDENTITIES.put("email", Student::email);
    IDENTITIES.put("username", Student::login);
  }

  private MoodleGradebook() {}

  static Export write(ExportRequest request, String fileName) throws ExportException {
    Gradebook grades = request.grades();
    List<GradebookRow> whole = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (GradebookRow row : grades.rows()) {
      if (row.grades().stream().allMatch(grade -> Points.of(grade).isPresent())) {
        whole.add(row);
      } else {
        leftOut.add(row.student().name());
      }
    }
    List<String> identities =
        IDENTITIES.keySet().stream()
            .filter(name -> whole.stream().allMatch(row -> has(row.student(), name)))
            .toList();
    if (identities.isEmpty()) {
      throw ExportException.of(ExportCode.EXPORT_NO_IDENTITY, "format", "moodle");
    }
    List<Sentence> notes =
        leftOut.isEmpty()
            ? List.of()
            : List.of(
                Sentence.of(
                    ExportCode.EXPORT_STUDENTS_WAIT, "count", leftOut.size(), "names", leftOut));
    String text = Cells.csv(rows(request, whole, identities));
    return new Export(List.of(ExportedFile.of(fileName, text)), notes);
  }

  /** Whether the student has it, and it may stand in a table as it is. */
  private static boolean has(Student student, String identity) {
    String value = identity(student, identity);
    return !value.isBlank() && Cells.of(value).equals(value);
  }

  private static String identity(Student student, String identity) {
    Function<Student, @Nullable String> reader = IDENTITIES.get(identity);
    String value = reader == null ? null : reader.apply(student);
    return value == null ? "" : value;
  }

  private static List<List<String>> rows(
      ExportRequest request, List<GradebookRow> students, List<String> identities) {
    List<String> header = new ArrayList<>(identities);
    header.add("firstname");
    header.add("lastname");
    request
        .grades()
        .problems()
        .forEach(
            problem -> {
              header.add(Cells.of(problem.id()));
              header.add(Cells.of(problem.id() + " feedback"));
            });
    List<List<String>> rows = new ArrayList<>(List.of(header));
    for (GradebookRow row : students) {
      List<String> cells = new ArrayList<>();
      identities.forEach(name -> cells.add(Cells.of(identity(row.student(), name))));
      cells.add(Cells.of(row.student().firstName()));
      cells.add(Cells.of(row.student().lastName()));
      for (ProblemGrade grade : row.grades()) {
        cells.add(Points.text(grade).orElse(""));
        cells.add(Cells.of(feedback(grade, request)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String feedback(ProblemGrade grade, ExportRequest request) {
    if (grade.override() != null) {
      return grade.override().comment();
    }
    return grade.report() == null ? "" : grade.report().judgement().message(request.texts());
  }
}
