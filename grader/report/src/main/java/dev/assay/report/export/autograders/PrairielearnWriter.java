package dev.assay.report.export.autograders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.math.BigDecimal;
import java.util.List;

/**
 * The format {@code prairielearn}: {@code results.json} of an external grader, in which the score
 * is the student's total as a share.
 *
 * @see <a href="https://prairielearn.readthedocs.io/en/latest/externalGrading/">External grading,
 *     PrairieLearn</a>
 */
public final class PrairielearnWriter implements ReportWriter {
  private static final int PER_CENT = 2;

  @Override
  public String format() {
    return "prairielearn";
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

  private static ObjectNode results(ExportRequest request, GradebookRow row) {
    ObjectNode results = StudentFiles.object();
    results.put("gradable", true);
    BigDecimal share = Points.total(request.grades(), row).movePointLeft(PER_CENT);
    results.put("score", share.min(BigDecimal.ONE).stripTrailingZeros());
    ArrayNode tests = results.putArray("tests");
    List<GradedProblem> problems = request.grades().problems();
    for (int p = 0; p < problems.size(); p++) {
      ProblemGrade grade = row.grades().get(p);
      if (Points.of(grade).isPresent()) {
        ObjectNode test = tests.addObject();
        test.put("name", Printable.line(problems.get(p).id()));
        test.put("points", Points.of(grade).orElseThrow());
        test.put("max_points", Points.number(problems.get(p).maxPoints()));
        test.put("message", AnswerText.verdict(grade, request.texts()));
        test.put("output", AnswerText.whole(grade, request.texts()));
      }
    }
    return results;
  }
}
