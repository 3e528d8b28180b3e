package dev.assay.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.export.ReportWriter.Merging;
import dev.assay.report.export.ReportWriter.Shape;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is printed in the log of a build server gives it no command. */
class LogCommandsTest {
  private static final String HOSTILE = "::add-mask::a ##[error]b ##vso[c]d ##teamcity[e]";

  static Stream<ReportWriter> writers() {
    return ReportWriters.load().all().stream()
        .filter(writer -> writer.shape() != Shape.FOLDER && writer.shape() != Shape.WORKFLOW)
        .filter(writer -> writer.merging() != Merging.REQUIRED);
  }

  private static Gradebook hostile() {
    Student student =
        new Student(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "a@example.org", "a", "7", HOSTILE);
    return new Gradebook(
        HOSTILE,
        SampleClass.PROBLEMS.subList(0, 1),
        60,
        List.of(
            new GradebookRow(student, List.of("s"), List.of(SampleClass.graded("iris", "s", 1)))));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void noLineIsACommand(ReportWriter writer) throws IOException {
    Map<String, String> variables =
        Map.of(
            "CLASSROOM", HOSTILE,
            "ASSIGNMENT", "a",
            "SUBMISSION_TAG", "submit/1",
            "COMMIT_URL", "c",
            "RELEASE_URL", "r");
    ExportRequest request =
        ExportRequest.of(hostile(), Catalogue.english())
            .surroundings(new Surroundings(variables, Instant.EPOCH));
    String text = writer.write(request).files().get(0).text();
    assertThat(text.lines())
        .isNotEmpty()
        .noneMatch(line -> line.replace("\uFEFF", "").strip().startsWith("::"))
        .noneMatch(line -> line.matches(".*##\\w*\\[.*"));
  }

  @Test
  void nothingElseChanges() {
    assertThat(LogCommands.inXml("a:: # ## [x] ##\n : :")).isEqualTo("a:: # ## [x] ##\n : :");
    assertThat(LogCommands.inXml(" ::a\n::b ##[c]")).isEqualTo(" &#58;:a\n&#58;:b &#35;#[c]");
    assertThat(LogCommands.inJson("[\"##[a]\"]")).isEqualTo("[\"\\u0023#[a]\"]");
    assertThat(Cells.of("##[a]")).isEqualTo("# #[a]");
    assertThat(Cells.of(" ::a")).isEqualTo("' ::a");
  }
}
