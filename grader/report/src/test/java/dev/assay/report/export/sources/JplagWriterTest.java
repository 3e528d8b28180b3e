package dev.assay.report.export.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.SampleClass;
import dev.assay.report.export.SubmissionSources;
import dev.assay.report.export.SubmissionSources.Source;
import dev.assay.report.export.Told;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JplagWriterTest {
  private static GradebookRow row(String student, String... submissions) {
    List<ProblemGrade> grades =
        Arrays.stream(submissions)
            .map(
                id ->
                    id.isEmpty()
                        ? ProblemGrade.without(GradeState.MISSING)
                        : SampleClass.graded("iris", id, 4))
            .toList();
    List<String> ids = Arrays.stream(submissions).filter(id -> !id.isEmpty()).distinct().toList();
    return new GradebookRow(Student.unknown(student), ids, grades);
  }

  private static Export export(SubmissionSources sources, GradebookRow... rows) throws IOException {
    List<GradedProblem> problems =
        List.of(new GradedProblem("iris", 5, 1), new GradedProblem("mnist", 5, 1));
    Gradebook grades = new Gradebook("c", problems, 60, List.of(rows));
    return new JplagWriter().write(ExportRequest.of(grades, Catalogue.english()).sources(sources));
  }

  @Test
  void eachStudentHasAFolderOfSources() throws IOException {
    Export export =
        export(
            submission ->
                List.of(
                    new Source("src/Iris.java", "class Iris {} // " + submission.id()),
                    new Source("../../etc/Mnist.java", "// 김 \uD83D\uDE00")),
            row("anna", "a", "a"),
            row("ben/../x", "b1", "b2"),
            row("Jörg", "", "j"));
    assertThat(export.files())
        .extracting(ExportedFile::name)
        .containsExactly(
            "anna/src/Iris.java",
            "anna/_/_/etc/Mnist.java",
            "ben_.._x/b1/src/Iris.java",
            "ben_.._x/b1/_/_/etc/Mnist.java",
            "ben_.._x/b2/src/Iris.java",
            "ben_.._x/b2/_/_/etc/Mnist.java",
            "Jörg/src/Iris.java",
            "Jörg/_/_/etc/Mnist.java");
    assertThat(export.files().get(0).text()).isEqualTo("class Iris {} // a");
    assertThat(export.notes()).isEmpty();
  }

  @Test
  void twoFilesOfOneNameAreKeptApart() throws IOException {
    Export export =
        export(
            submission -> List.of(new Source("A.java", "1"), new Source("a.java", "2")),
            row("anna", "a", "a"));
    assertThat(export.files())
        .extracting(ExportedFile::name)
        .containsExactly("anna/A.java", "anna/2/a.java");
  }

  @Test
  void whoseSourcesAreGoneIsNamed() throws IOException {
    SubmissionSources some =
        submission -> submission.id().equals("a") ? List.of(new Source("A.java", "")) : List.of();
    Export export = export(some, row("anna", "a", "a"), row("ben", "b", "b"), row("cleo", "", ""));
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_SOURCES_MISSING);
    assertThat(export.notes().get(0).text(Catalogue.english())).contains("one student", "ben");
    Told.refused(
        ExportCode.EXPORT_NO_SOURCES, () -> export(submission -> List.of(), row("ben", "b", "b")));
  }
}
