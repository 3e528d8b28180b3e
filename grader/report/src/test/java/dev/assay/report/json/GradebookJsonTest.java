package dev.assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.report.Reports;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.building.ClassGrades;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradebookJsonTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  /** Four points, of which one is taken off; and points by hand. */
  private static ClassGrades grades() {
    Student kim = new Student("1", "김\"안나\"</script>\u202e", "안나", "김", "a@b.de", "akim", "7", "A");
    ProblemGrade late =
        new ProblemGrade(GradeState.GRADED, Reports.classification(), NOON, 4, 1, null);
    ProblemGrade byHand =
        new ProblemGrade(
            GradeState.GRADED, null, null, 0, 0, new PointsOverride(2.5, "oral", "Lee", NOON));
    return new ClassGrades(
        new Gradebook(
            "ML",
            List.of(new GradedProblem("iris", 5, 1), new GradedProblem("mnist", 5, 3)),
            50,
            List.of(
                new GradebookRow(kim, List.of("akim"), List.of(late, byHand)),
                new GradebookRow(
                    Student.unknown("dan"),
                    List.of(),
                    List.of(
                        ProblemGrade.without(GradeState.MISSING),
                        ProblemGrade.without(GradeState.EXCUSED))))),
        List.of(Sentence.of(NoteCode.GRADES_TIME_UNKNOWN, "submission", "dan")));
  }

  @Test
  void theDocumentFitsItsSchema() throws Exception {
    Path file = Path.of(System.getProperty("assay.home"), "reports/gradebook.schema.json");
    String schema = Files.readString(file);
    JsonNode document = new ObjectMapper().readTree(GradebookJson.of(grades()));
    assertThat(
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                        builder.schemaLoaders(
                            loaders -> loaders.schemas(Map.of("urn:assay:gradebook:1", schema))))
                .getSchema(SchemaLocation.of("urn:assay:gradebook:1"))
                .validate(document))
        .isEmpty();
  }

  /** (1 * 3/5 + 3 * 2.5/5) / 4 is 52.5 %. */
  @Test
  void pointsAndTotalsAreThoseOfTheGradebook() throws Exception {
    String json = GradebookJson.of(grades());
    assertThat(json).endsWith("}\n").doesNotContain("\u202e");
    JsonNode kim = new ObjectMapper().readTree(json).at("/students/0");
    assertThat(kim.at("/name").textValue()).isEqualTo("김\"안나\"</script>\u202e");
    assertThat(kim.at("/total").doubleValue()).isEqualTo(52.5);
    assertThat(kim.at("/passed").booleanValue()).isTrue();
    assertThat(kim.at("/grades/0/points").doubleValue()).isEqualTo(3);
    assertThat(kim.at("/grades/0/handedIn").textValue()).isEqualTo("2026-05-04T12:00:00Z");
    assertThat(kim.at("/grades/1/points").doubleValue()).isEqualTo(2.5);
    assertThat(kim.at("/grades/1/override/comment").textValue()).isEqualTo("oral");
    assertThat(json).contains("dan: it is not known when");
  }
}
