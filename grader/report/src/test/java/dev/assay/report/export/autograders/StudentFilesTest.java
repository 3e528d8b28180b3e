package dev.assay.report.export.autograders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.SampleClass;
import dev.assay.report.export.Surroundings;
import dev.assay.report.export.Told;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the servers of autograders read keeps to their schemas. */
class StudentFilesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static final Map<String, String> VARIABLES =
      Map.of(
          "CLASSROOM", "ml 1",
          "ASSIGNMENT", "과제",
          "SUBMISSION_TAG", "submit/2026",
          "COMMIT_URL", "https://example.org/c",
          "RELEASE_URL", "https://example.org/r");

  static Stream<ReportWriter> writers() {
    return Stream.of(
        new GradescopeWriter(),
        new PrairielearnWriter(),
        new Classroom50Writer(),
        new CodegradeWriter());
  }

  static ExportRequest request(Gradebook grades) {
    return ExportRequest.of(grades, Catalogue.english())
        .surroundings(new Surroundings(VARIABLES, Instant.parse("2026-11-30T10:00:00.123Z")));
  }

  private static JsonSchema schema(String format) throws IOException {
    String name = "/dev/assay/report/export/" + format + ".schema.json";
    try (InputStream in =
        Objects.requireNonNull(StudentFilesTest.class.getResourceAsStream(name))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<JsonNode> documents(ReportWriter writer, ExportedFile file)
      throws IOException {
    if (!writer.format().equals("codegrade")) {
      return List.of(MAPPER.readTree(file.text()));
    }
    List<JsonNode> documents = new ArrayList<>();
    for (String line : file.text().lines().toList()) {
      documents.add(MAPPER.readTree(line));
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("writers")
  void everyFileKeepsToTheSchema(ReportWriter writer) throws IOException {
    JsonSchema schema = schema(writer.format());
    Export export = writer.write(request(SampleClass.of(40)));
    assertThat(export.files()).hasSizeGreaterThan(30);
    for (ExportedFile file : export.files()) {
      for (JsonNode document : documents(writer, file)) {
        assertThat(schema.validate(document)).as(file.text()).isEmpty();
      }
      assertThat(file.bytes().length).isLessThan(1_000_000);
      assertThat(file.text())
          .endsWith("}\n")
          .doesNotContain("\r", "\u202E", "\u2028")
          .matches("(?s)[^\\x00-\\x09\\x0B-\\x1F]*");
    }
  }

  @ParameterizedTest
  @MethodSource("writers")
  void foldersAreNamedAfterStudentsAndSafe(ReportWriter writer) throws IOException {
    List<String> ids = List.of("../x", "a/b", "A_B", "nul", "학생 1", "Jörg", "..", "x".repeat(200));
    List<GradebookRow> rows =
        ids.stream()
            .map(
                id ->
                    new GradebookRow(
                        Student.unknown(id),
                        List.of("s"),
                        List.of(SampleClass.graded("iris", "s", 4))))
            .toList();
    Gradebook grades = new Gradebook("c", List.of(new GradedProblem("iris", 5, 1)), 60, rows);
    List<String> names =
        writer.write(request(grades)).files().stream().map(ExportedFile::name).toList();
    assertThat(names).hasSize(ids.size()).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.matches("[^/\\\\ ]{1,90}/[a-z.]+"));
    assertThat(names.toString()).contains("_x/", "a_b/", "A_B-2/", "_nul/", "학생_1/", "Jörg/");
  }

  @ParameterizedTest
  @MethodSource("writers")
  void oneStudentGetsOneFileUnderItsUsualName(ReportWriter writer) throws IOException {
    Gradebook one = SampleClass.one(SampleClass.graded("iris", "s008", 4));
    Export export = writer.write(request(one));
    assertThat(export.files()).extracting(ExportedFile::name).containsExactly(writer.fileName());
    assertThat(export.notes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void aFaultOfTheGraderIsNoGrade(ReportWriter writer) throws IOException {
    Gradebook waiting = SampleClass.one(SampleClass.pendingError("s008"));
    Told.refused(ExportCode.EXPORT_NO_GRADE, () -> writer.write(request(waiting)));
    Student other = Student.unknown("z");
    Gradebook two =
        new Gradebook(
            "two",
            SampleClass.PROBLEMS.subList(0, 1),
            60,
            List.of(
                waiting.rows().get(0),
                new GradebookRow(
                    other, List.of("z"), List.of(SampleClass.graded("iris", "z", 1)))));
    Export export = writer.write(request(two));
    assertThat(export.files()).hasSize(1);
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_NO_FILE);
  }

  private static JsonNode json(ReportWriter writer, ProblemGrade... grades) throws IOException {
    return MAPPER.readTree(writer.write(request(SampleClass.one(grades))).files().get(0).text());
  }

  @Test
  void gradescopeShowsWhatWasSaidAndChanged() throws IOException {
    GradedProblem iris = SampleClass.PROBLEMS.get(0);
    JsonNode tests =
        json(
                new GradescopeWriter(),
                SampleClass.late(iris, "s"),
                SampleClass.overridden(SampleClass.PROBLEMS.get(1), "s"),
                ProblemGrade.without(GradeState.EXCUSED))
            .get("tests");
    assertThat(tests).hasSize(2);
    assertThat(tests.get(0).get("score").decimalValue()).isEqualByComparingTo("3.67");
    assertThat(tests.get(0).get("output").asText())
        .contains("<b>score</b>", "Handed in late: 0.33 of 4 points", "OVERFITTING: ");
    assertThat(tests.get(0).get("status").asText()).isEqualTo("passed");
    assertThat(tests.get(0).get("tags").get(0).asText()).isEqualTo("OVERFITTING");
    assertThat(tests.get(1).get("number").asText()).isEqualTo("2");
    assertThat(tests.get(1).get("status").asText()).isEqualTo("failed");
    assertThat(tests.get(1).get("output").asText())
        .contains("Set to 4.25 points by Prof. 김: =HYPERLINK");
  }

  @Test
  void pointsGivenByHandWithoutAnAnswerCount() throws IOException {
    PointsOverride all = new PointsOverride(5, "oral exam", "Kim", Instant.EPOCH);
    ProblemGrade grade = new ProblemGrade(GradeState.GRADED, null, null, 0, 0, all);
    JsonNode test = json(new GradescopeWriter(), grade).get("tests").get(0);
    assertThat(test.get("status").asText()).isEqualTo("passed");
    assertThat(test.get("extra_data").get("verdict").isNull()).isTrue();
    assertThat(json(new Classroom50Writer(), grade).get("tests").get(0).get("passed").asBoolean())
        .isTrue();
  }

  @Test
  void classroom50GetsWholePointsAndTheTimeOfTheCommit() throws IOException {
    GradedProblem iris = SampleClass.PROBLEMS.get(0);
    JsonNode result = json(new Classroom50Writer(), SampleClass.late(iris, "s"));
    assertThat(result.get("score").asInt()).isEqualTo(4);
    assertThat(result.get("max-score").asInt()).isEqualTo(5);
    assertThat(result.get("datetime").asText()).isEqualTo("2026-11-30T09:30:15Z");
    assertThat(result.get("owner").asText()).isEqualTo("s008");
    assertThat(result.get("review").asText()).isEqualTo("https://example.org/c");
    JsonNode unknown = json(new Classroom50Writer(), SampleClass.graded("iris", "s", 0));
    assertThat(unknown.get("datetime").asText()).isEqualTo("2026-11-30T10:00:00Z");
  }

  @Test
  void classroom50NeedsItsVariables() {
    Map<String, String> some = new HashMap<>(VARIABLES);
    some.remove("RELEASE_URL");
    some.put("CLASSROOM", " ");
    some.put("OWNER", "kim");
    ExportRequest request =
        request(SampleClass.of(2)).surroundings(new Surroundings(some, Instant.EPOCH));
    Told.refused(ExportCode.EXPORT_VARIABLES_MISSING, () -> new Classroom50Writer().write(request))
        .hasMessageContaining("CLASSROOM")
        .hasMessageContaining("RELEASE_URL");
  }

  @Test
  void codegradeShowsWhatDoesNotCompileAtItsLine() throws IOException {
    ProblemGrade grade =
        new ProblemGrade(GradeState.GRADED, SampleClass.compileError("ann.zip"), null, 0, 0, null);
    String text =
        new CodegradeWriter().write(request(SampleClass.one(grade))).files().get(0).text();
    assertThat(text.lines())
        .hasSize(2)
        .first()
        .isEqualTo("{\"tag\":\"points\",\"points\":\"0/5\"}");
    JsonNode comment = MAPPER.readTree(text.lines().toList().get(1)).get("comments").get(0);
    assertThat(comment.get("filename").asText())
        .isEqualTo("/home/codegrade/student/src/Iris, Answer.java");
    assertThat(comment.get("items").get(0).get("loc").get("start").get("line").asInt())
        .isEqualTo(12);
  }

  @Test
  void codegradeGetsLongCommentsInSeveralDocuments() throws IOException {
    ProblemGrade[] grades = new ProblemGrade[2];
    Arrays.fill(
        grades,
        new ProblemGrade(
            GradeState.GRADED,
            SampleClass.compileError("ann", 200, "x".repeat(3000)),
            null,
            0,
            0,
            null));
    List<String> lines =
        new CodegradeWriter()
            .write(request(SampleClass.one(grades)))
            .files()
            .get(0)
            .text()
            .lines()
            .toList();
    assertThat(lines).hasSizeGreaterThan(3);
    int comments = 0;
    for (String line : lines.subList(1, lines.size())) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(250_000);
      comments += MAPPER.readTree(line).get("comments").size();
    }
    assertThat(comments).isEqualTo(200);
  }
}
