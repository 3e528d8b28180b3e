package dev.assay.report.export.autograders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.Surroundings;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The format {@code classroom50}: {@code result.json} of an autograder of Classroom 50, which says
 * in variables what it is run for.
 *
 * <p>Its scores are whole numbers: the points of each problem are rounded half up.
 */
public final class Classroom50Writer implements ReportWriter {
  private static final String REVIEW = "REVIEW_URL";

  private static final List<String> NEEDED =
      List.of("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL");

  @Override
  public String format() {
    return "classroom50";
  }

  @Override
  public Shape shape() {
    return Shape.FILE_PER_STUDENT;
  }

  @Override
  public String fileName() {
    return "result.json";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    List<String> missing =
        NEEDED.stream().filter(name -> request.surroundings().variable(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw ExportException.of(
          ExportCode.EXPORT_VARIABLES_MISSING, "format", format(), "variables", missing);
    }
    return StudentFiles.of(request, fileName(), row -> StudentFiles.document(result(request, row)));
  }

  private static ObjectNode result(ExportRequest request, GradebookRow row) {
    Surroundings at = request.surroundings();
    String review = at.variable(REVIEW);
    String owner = at.variable("OWNER");
    ObjectNode result = StudentFiles.object();
    result.put("schema", "classroom50/result/v1");
    result.put("classroom", at.variable("CLASSROOM"));
    result.put("assignment", at.variable("ASSIGNMENT"));
    result.put("assignment_type", "individual");
    result.put("owner", owner.isEmpty() ? Printable.line(row.student().id()) : owner);
    result.put("submission", at.variable("SUBMISSION_TAG"));
    result.put("commit", at.variable("COMMIT_URL"));
    result.put("release", at.variable("RELEASE_URL"));
    result.put("review", review.isEmpty() ? at.variable("COMMIT_URL") : review);
    result.put("datetime", handedIn(row, at.now()).truncatedTo(ChronoUnit.SECONDS).toString());
    ArrayNode tests = StudentFiles.object().putArray("tests");
    long score = 0;
    long most = 0;
    List<GradedProblem> problems = request.grades().problems();
    for (int p = 0; p < problems.size(); p++) {
      ProblemGrade grade = row.grades().get(p);
      if (Points.of(grade).isPresent()) {
        long points = whole(Points.of(grade).orElseThrow());
        long maxPoints = whole(Points.number(problems.get(p).maxPoints()));
        score += points;
        most += maxPoints;
        ObjectNode test = tests.addObject();
        test.put("test-name", Printable.line(problems.get(p).id()));
        test.put("passed", StudentFiles.passed(problems.get(p), grade));
        test.put("score", points);
        test.put("max-score", maxPoints);
        test.put("output", AnswerText.whole(grade, request.texts()));
      }
    }
    result.put("score", score);
    result.put("max-score", most);
    result.set("tests", tests);
    return result;
  }

  private static long whole(BigDecimal points) {
    return points.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static Instant handedIn(GradebookRow row, Instant otherwise) {
    return row.grades().stream()
        .map(ProblemGrade::handedIn)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(otherwise);
  }
}
