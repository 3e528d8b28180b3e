package dev.assay.report.export.table;

import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.export.Cells;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.score.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The format {@code csv-long}: a row for each student and problem, with all that is known of it, in
 * UTF-8 with a byte order mark.
 */
public final class LongCsv implements ReportWriter {
  private static final List<String> HEADER =
      List.of(
          "student",
          "name",
          "email",
          "section",
          "problem",
          "state",
          "verdict",
          "points",
          "max_points",
          "raw_points",
          "late_points",
          "override_points",
          "override_by",
          "override_at",
          "override_comment",
          "metric",
          "score",
          "threshold",
          "submission",
          "handed_in",
          "findings",
          "message");

  @Override
  public String format() {
    return "csv-long";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public String fileName() {
    return "grades-long.csv";
  }

  @Override
  public Export write(ExportRequest request) {
    Gradebook grades = request.grades();
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    for (GradebookRow row : grades.rows()) {
      for (int p = 0; p < grades.problems().size(); p++) {
        ProblemGrade grade = row.grades().get(p);
        rows.add(row(row.student(), grades.problems().get(p), grade, request.texts()));
      }
    }
    return Export.of(fileName(), WideCsv.MARK + Cells.csv(rows));
  }

  private static List<String> row(
      Student student, GradedProblem problem, ProblemGrade grade, Catalogue texts) {
    List<String> cells = new ArrayList<>();
    cells.add(Cells.of(student.id()));
    cells.add(Cells.of(student.name()));
    cells.add(Cells.of(student.email()));
    cells.add(Cells.of(student.section()));
    cells.add(Cells.of(problem.id()));
    cells.add(grade.state().name().toLowerCase(Locale.ROOT));
    cells.add(grade.report() == null ? "" : grade.report().verdict().name());
    cells.add(Points.text(grade).orElse(""));
    cells.add(Points.text(problem.maxPoints()));
    cells.add(grade.report() == null ? "" : Points.text(grade.rawPoints()));
    cells.add(grade.report() == null ? "" : Points.text(grade.latePoints()));
    cells.addAll(override(grade.override()));
    cells.addAll(result(grade, texts));
    return cells;
  }

  private static List<String> override(@Nullable PointsOverride override) {
    return override == null
        ? List.of("", "", "", "")
        : List.of(
            Points.text(override.points()),
            Cells.of(override.by()),
            override.at().toString(),
            Cells.of(override.comment()));
  }

  private static List<String> result(ProblemGrade grade, Catalogue texts) {
    GradeReport report = grade.report();
    String handedIn = grade.handedIn() == null ? "" : grade.handedIn().toString();
    if (report == null) {
      return List.of("", "", "", "", handedIn, "", "");
    }
    List<String> cells = new ArrayList<>();
    Metric metric = report.scores() == null ? null : report.scores().metric();
    cells.add(metric == null ? "" : Cells.of(metric.name()));
    cells.add(metric == null || !Double.isFinite(metric.value()) ? "" : metric.show());
    cells.add(metric == null ? "" : BigDecimal.valueOf(metric.threshold()).toPlainString());
    cells.add(Cells.of(report.submission().id()));
    cells.add(handedIn);
    cells.add(
        report.judgement().findings().stream()
            .map(finding -> finding.code().name())
            .distinct()
            .collect(Collectors.joining(" ")));
    cells.add(Cells.of(report.judgement().message(texts)));
    return cells;
  }
}
