package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.building.ClassGrades;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the gradebook of a class as JSON, as {@code reports/gradebook.schema.json} says. */
public final class GradebookJson {
  private static final int VERSION = 1;

  private static final ObjectMapper MAPPER = JsonMapping.mapper(Catalogue.english());
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private GradebookJson() {}

  /** The document, ending with a newline; the same grades give the same bytes. */
  public static String of(ClassGrades grades) {
    Gradebook book = grades.gradebook();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", VERSION);
    root.put("title", book.title());
    root.put("passMark", book.passMark());
    ArrayNode problems = root.putArray("problems");
    book.problems()
        .forEach(
            problem ->
                problems
                    .addObject()
                    .put("id", problem.id())
                    .put("maxPoints", problem.maxPoints())
                    .put("weight", problem.weight()));
    ArrayNode students = root.putArray("students");
    book.rows().forEach(row -> describe(students.addObject(), book, row));
    ArrayNode notes = root.putArray("notes");
    grades.notes().forEach(note -> notes.add(note.text()));
    try {
      return Printable.escaped(WRITER.writeValueAsString(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts is always JSON", e);
    }
  }

  private static void describe(ObjectNode node, Gradebook book, GradebookRow row) {
    Student student = row.student();
    node.put("id", student.id());
    node.put("name", student.name());
    node.put("firstName", student.firstName());
    node.put("lastName", student.lastName());
    node.put("email", student.email());
    node.put("login", student.login());
    node.put("sisId", student.sisId());
    node.put("section", student.section());
    ArrayNode submissions = node.putArray("submissions");
    row.submissions().forEach(submissions::add);
    node.put("total", book.total(row));
    node.put("complete", book.isComplete(row));
    node.put("passed", book.passed(row));
    ArrayNode grades = node.putArray("grades");
    for (int p = 0; p < book.problems().size(); p++) {
      describe(grades.addObject(), book.problems().get(p).id(), row.grades().get(p));
    }
  }

  private static void describe(ObjectNode node, String problem, ProblemGrade grade) {
    GradeReport report = grade.report();
    node.put("problem", problem);
    node.put("state", grade.state().name());
    node.put("submission", report == null ? null : report.submission().id());
    node.put("verdict", report == null ? null : report.verdict().name());
    node.put("handedIn", text(grade.handedIn()));
    node.put("rawPoints", grade.rawPoints());
    node.put("latePoints", grade.latePoints());
    node.put("points", grade.points());
    PointsOverride override = grade.override();
    if (override == null) {
      node.putNull("override");
      return;
    }
    node.putObject("override")
        .put("points", override.points())
        .put("comment", override.comment())
        .put("by", override.by())
        .put("at", override.at().toString());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
