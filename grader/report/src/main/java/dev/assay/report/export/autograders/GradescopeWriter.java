package dev.assay.report.export.autograders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.List;
import java.util.Objects;

/**
 * The format {@code gradescope}: {@code results.json} as Gradescope reads it, a test a problem.
 *
 * @see <a href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">Autograder
 *     Specifications, Gradescope</a>
 */
public final class GradescopeWriter implements ReportWriter {
  @Override
  public String format() {
    return "gradescope";
  }

  @Override
  public Shape shape() {
    return Shape.FILE_PER_STUDENT;
  }

  @Override
  public String fileName() {
    return "results.json";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    return StudentFiles.of(
        request, fileName(), row -> StudentFiles.document(results(request, row)));
  }

  /** The sum of the tests' scores is the score, so it does not stand there again. */
  private static ObjectNode results(ExportRequest request, GradebookRow row) {
    ObjectNode results = StudentFiles.object();
    results.put(
        "execution_time",
        Points.number(
            row.grades().stream()
                .map(ProblemGrade::report)
                .filter(Objects::nonNull)
                .mapToDouble(report -> Objects.requireNonNull(report).seconds())
                .sum()));
    results.put("visibility", "visible");
    results.put("stdout_visibility", "hidden");
    results.put("output_format", "text");
    results.put("test_output_format", "text");
    results.put("test_name_format", "text");
    ArrayNode tests = results.putArray("tests");
    List<GradedProblem> problems = request.grades().problems();
    for (int p = 0; p < problems.size(); p++) {
      ProblemGrade grade = row.grades().get(p);
      if (Points.of(grade).isPresent()) {
        tests.add(test(p + 1, problems.get(p), grade, request.texts()));
      }
    }
    return results;
  }

  private static ObjectNode test(
      int number, GradedProblem problem, ProblemGrade grade, Catalogue texts) {
    GradeReport report = grade.report();
    ObjectNode test = StudentFiles.object();
    test.put("name", Printable.line(problem.id()));
    test.put("number", String.valueOf(number));
    test.put("score", Points.of(grade).orElseThrow());
    test.put("max_score", Points.number(problem.maxPoints()));
    test.put("status", StudentFiles.passed(problem, grade) ? "passed" : "failed");
    test.put("output", AnswerText.whole(grade, texts));
    ArrayNode tags = test.putArray("tags");
    if (report != null) {
      report.judgement().findings().stream()
          .map(finding -> finding.code().name())
          .distinct()
          .forEach(tags::add);
    }
    ObjectNode extra = test.putObject("extra_data");
    extra.put("state", grade.state().name());
    extra.put("verdict", report == null ? null : report.verdict().name());
    return test;
  }
}
