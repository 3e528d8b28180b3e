package dev.assay.report.export.table;

import dev.assay.report.export.Cells;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.Student;
import java.util.ArrayList;
import java.util.List;

/** The format {@code csv}: a row a student, a column a problem, in UTF-8 with a byte order mark. */
public final class WideCsv implements ReportWriter {
  /** Excel reads UTF-8 as such only if it begins with this. */
  static final String MARK = "\uFEFF";

  private static final List<String> STUDENT =
      List.of("student", "name", "last_name", "first_name", "email", "login", "sis_id", "section");

  private static final List<String> TOTAL = List.of("total_percent", "complete", "passed");

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public String fileName() {
    return "grades.csv";
  }

  @Override
  public Export write(ExportRequest request) {
    Gradebook grades = request.grades();
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(grades));
    grades.rows().forEach(row -> rows.add(row(grades, row)));
    return Export.of(fileName(), MARK + Cells.csv(rows));
  }

  private static List<String> header(Gradebook grades) {
    List<String> header = new ArrayList<>(STUDENT);
    grades.problems().forEach(problem -> header.add(Cells.of(problem.id())));
    header.addAll(TOTAL);
    return header;
  }

  private static List<String> row(Gradebook grades, GradebookRow row) {
    List<String> cells = new ArrayList<>(student(row.student()));
    row.grades().forEach(grade -> cells.add(Points.text(grade).orElse("")));
    boolean complete = grades.isComplete(row);
    cells.add(Points.total(grades, row).toPlainString());
    cells.add(String.valueOf(complete));
    cells.add(complete ? String.valueOf(grades.passed(row)) : "");
    return cells;
  }

  private static List<String> student(Student student) {
    return List.of(
        Cells.of(student.id()),
        Cells.of(student.name()),
        Cells.of(student.lastName()),
        Cells.of(student.firstName()),
        Cells.of(student.email()),
        Cells.of(student.login()),
        Cells.of(student.sisId()),
        Cells.of(student.section()));
  }
}
