package dev.assay.report.export.autograders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.findings.Catalogue;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Place;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format {@code codegrade}: what AutoTest v2 of CodeGrade reads from file descriptor 3, a JSON
 * document a line: the points, and comments at the lines that do not compile.
 *
 * @see <a href="https://help.codegrade.com/">CodeGrade Help Center, JSON object for automatic
 *     comments</a>
 */
public final class CodegradeWriter implements ReportWriter {
  /** Where CodeGrade has the student's files. */
  private static final String HOME = "/home/codegrade/student/";

  /** CodeGrade drops longer documents without a word. */
  private static final int MAX_BYTES = 250_000;

  /** The longest comment, in characters. */
  private static final int MAX_COMMENT = 4000;

  @Override
  public String format() {
    return "codegrade";
  }

  @Override
  public Shape shape() {
    return Shape.FILE_PER_STUDENT;
  }

  @Override
  public String fileName() {
    return "codegrade.jsonl";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    return StudentFiles.of(request, fileName(), row -> lines(request, row));
  }

  private static String lines(ExportRequest request, GradebookRow row) {
    StringBuilder lines = new StringBuilder(StudentFiles.line(points(request, row)));
    List<ObjectNode> files = comments(row, request.texts());
    ObjectNode document = null;
    for (ObjectNode file : files) {
      ObjectNode longer = with(document, file);
      if (document != null && size(longer) > MAX_BYTES) {
        lines.append(StudentFiles.line(document));
        longer = with(null, file);
      }
      document = longer;
    }
    return document == null ? lines.toString() : lines + StudentFiles.line(document);
  }

  /** The share of the points, as a fraction. */
  private static ObjectNode points(ExportRequest request, GradebookRow row) {
    double points = 0;
    double most = 0;
    List<GradedProblem> problems = request.grades().problems();
    for (int p = 0; p < problems.size(); p++) {
      ProblemGrade grade = row.grades().get(p);
      if (Points.of(grade).isPresent()) {
        points += Points.of(grade).orElseThrow().doubleValue();
        most += problems.get(p).maxPoints();
      }
    }
    ObjectNode document = StudentFiles.object();
    document.put("tag", "points");
    document.put("points", Points.text(points) + "/" + Points.text(most));
    return document;
  }

  private static ObjectNode with(@Nullable ObjectNode document, ObjectNode file) {
    ObjectNode longer = document == null ? StudentFiles.object() : document.deepCopy();
    longer.put("tag", "comments");
    longer.withArray("comments").add(file);
    return longer;
  }

  private static int size(ObjectNode document) {
    return StudentFiles.line(document).getBytes(StandardCharsets.UTF_8).length;
  }

  /** A comment names one line, so that each is short enough by itself. */
  private static List<ObjectNode> comments(GradebookRow row, Catalogue texts) {
    Map<Place, ObjectNode> comments = new LinkedHashMap<>();
    for (ProblemGrade grade : row.grades()) {
      if (grade.report() != null && Points.of(grade).isPresent()) {
        Place.in(grade.report().judgement().reasons(), texts)
            .forEach(place -> comments.computeIfAbsent(place, CodegradeWriter::comment));
      }
    }
    return new ArrayList<>(comments.values());
  }

  private static ObjectNode comment(Place place) {
    ObjectNode file = StudentFiles.object();
    file.put("filename", HOME + place.file());
    file.put("origin", "assay");
    ArrayNode items = file.putArray("items");
    ObjectNode item = items.addObject();
    ObjectNode loc = item.putObject("loc");
    position(loc.putObject("start"), place.line());
    position(loc.putObject("end"), place.line());
    item.put("severity", "error");
    item.put("msg", AnswerText.cut(AnswerText.clean(place.text()), MAX_COMMENT));
    return file;
  }

  private static void position(ObjectNode position, int line) {
    position.put("line", line);
    position.put("column", 1);
  }
}
