package dev.assay.report.export.lms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.export.DownloadedFile;
import dev.assay.report.export.Downloads;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.SampleClass;
import dev.assay.report.export.Told;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasWriterTest {
  private static final Gradebook GRADES = SampleClass.of(40);
  private static final String HEADER = "Student,ID,SIS User ID,SIS Login ID,Section";

  private static Export export(Gradebook grades, DownloadedFile file) throws ExportException {
    return new CanvasWriter().write(ExportRequest.of(grades, Catalogue.english()).into(file));
  }

  private static String cell(ProblemGrade grade) {
    return grade.state() == GradeState.EXCUSED ? "EX" : Points.text(grade).orElse("");
  }

  private static DownloadedFile file(String... lines) {
    String text = String.join("\n", lines) + "\n";
    return DownloadedFile.decode("canvas.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static CanvasImporter importer(Gradebook grades) {
    List<CanvasImporter.Person> course = new ArrayList<>();
    for (int i = 0; i < grades.rows().size(); i++) {
      Student student = grades.rows().get(i).student();
      String name = student.lastName() + ", " + student.firstName();
      course.add(
          new CanvasImporter.Person(
              Downloads.canvasId(i), name, "" + student.sisId(), "" + student.login()));
    }
    course.add(new CanvasImporter.Person(1, "Student, Test", "", "abc"));
    return new CanvasImporter(
        course,
        Map.of(401, "iris", 402, "mnist", 403, "basic-regression", 999, "Essay"),
        List.of("Notes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void canvasReadsTheGradesOfEachStudentAndCreatesNothing(String delimiter) throws IOException {
    CanvasImporter canvas = importer(GRADES);
    canvas.read(export(GRADES, Downloads.canvas(GRADES, delimiter)).files().get(0));
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < GRADES.rows().size(); i++) {
      for (int p = 0; p < GRADES.problems().size(); p++) {
        expected.put(
            Downloads.canvasId(i) + "/" + (401 + p), cell(GRADES.rows().get(i).grades().get(p)));
      }
    }
    assertThat(canvas.created).isEmpty();
    assertThat(canvas.grades).containsAllEntriesOf(expected);
    canvas.grades.keySet().removeAll(expected.keySet());
    assertThat(canvas.grades.keySet())
        .allMatch(key -> key.startsWith("1/") || key.endsWith("/999"));
    assertThat(canvas.grades.values()).containsOnly("", "17.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void everythingElseStaysByteForByte(String delimiter) throws IOException {
    Export export = export(GRADES, Downloads.canvas(GRADES, delimiter));
    DownloadedFile expected = Downloads.canvas(GRADES, delimiter, CanvasWriterTest::cell);
    assertThat(export.files().get(0).bytes())
        .isEqualTo(expected.text().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whoeverWaitsForAGradeIsNamed() throws IOException {
    Export export = export(GRADES, Downloads.canvas(GRADES, ","));
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_LEFT_OUT);
    assertThat(export.notes().get(0).text(Catalogue.english())).contains("wait for a grade");
  }

  private static Gradebook two(String first, String second) {
    return new Gradebook(
        "two",
        List.of(new GradedProblem("iris", 5, 1)),
        60,
        List.of(
            row(new Student("a1", first, null, null, null, "la", "11", null), "a1"),
            row(new Student("a2", second, null, null, null, "lb", "12", null), "x_77")));
  }

  private static GradebookRow row(Student student, String submission) {
    return new GradebookRow(
        student, List.of(submission), List.of(SampleClass.graded("iris", submission, 4)));
  }

  @Test
  void namesakesAreLeftAloneAndNamed() throws IOException {
    DownloadedFile file = file(HEADER + ",iris (4)", "\"Kim, Min\",500,,,A,");
    Gradebook same = two("Kim, Min", "kim,  min");
    Told.refused(ExportCode.EXPORT_NOBODY_FOUND, () -> export(same, file))
        .isInstanceOf(ExportException.class);

    DownloadedFile clear =
        file(HEADER + ",iris (4)", "\"Kim, Min\",500,,,A,", "\"Kim, Min\",501,12,,A,");
    Export export = export(same, clear);
    assertThat(export.files().get(0).text())
        .isEqualTo(clear.text().replace("12,,A,\n", "12,,A,4\n"));
    assertThat(Told.codes(export))
        .containsExactly(ExportCode.EXPORT_STUDENT_UNCLEAR, ExportCode.EXPORT_NOT_IN_FILE);
  }

  @Test
  void aStudentWithTwoRowsIsLeftAlone() throws IOException {
    DownloadedFile file = file(HEADER + ",iris (4)", "A,5,11,,A,", "A,6,11,,A,", "B,7,12,,A,");
    Export export = export(two("A", "B"), file);
    assertThat(export.files().get(0).text())
        .isEqualTo(file.text().replace("B,7,12,,A,", "B,7,12,,A,4"));
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_ROW_UNCLEAR);
  }

  @Test
  void theNumberInTheNameOfADownloadFindsAStudent() throws IOException {
    DownloadedFile file = file(HEADER + ",iris (4)", "Somebody Else,77,,,A,");
    assertThat(export(two("A", "B"), file).files().get(0).text()).contains("77,,,A,4\n");
  }

  @Test
  void onlyAssignmentsWithAnIdAreFilledIn() throws IOException {
    DownloadedFile file =
        file(
            HEADER + ",iris,iris (3),iris Final Score (5)",
            "Points Possible,,,,,5,read only,5",
            "A,1,11,,A,,,");
    Told.refused(ExportCode.EXPORT_NO_COLUMN, () -> export(two("A", "B"), file));
  }

  @Test
  void theColumnMayBeNamed() throws IOException {
    DownloadedFile file =
        file(
            HEADER + ",Week 3 (3),Iris (4),IRIS (5)",
            "Points Possible,,,,,10,5,5",
            "A,1,11,,A,-,,");
    Gradebook grades = two("A", "B");
    Told.refused(ExportCode.EXPORT_COLUMN_UNCLEAR, () -> export(grades, file));
    ExportRequest request = ExportRequest.of(grades, Catalogue.english()).into(file);
    Export week = new CanvasWriter().write(request.column("Week 3 (3)"));
    assertThat(week.files().get(0).text()).endsWith("A,1,11,,A,4,,\n");
    assertThat(Told.codes(week))
        .contains(ExportCode.EXPORT_OTHER_MAXIMUM)
        .doesNotContain(ExportCode.EXPORT_REPLACED);
    assertThat(new CanvasWriter().write(request.column("week 3")).files().get(0).text())
        .isEqualTo(week.files().get(0).text());
    Told.refused(
        ExportCode.EXPORT_NO_COLUMN, () -> new CanvasWriter().write(request.column("Week 4")));
  }

  @Test
  void aGradeThatStandsThereIsReplacedOnlyByAnotherAndTold() throws IOException {
    DownloadedFile file = file(HEADER + ",iris (4)", "A,1,11,,A,4.00", "B,2,12,,A,\"2,5\"");
    Export export = export(two("A", "B"), file);
    assertThat(export.files().get(0).text()).isEqualTo(file.text().replace("\"2,5\"", "\"4\""));
    assertThat(export.notes()).containsExactly(Sentence.of(ExportCode.EXPORT_REPLACED, "count", 1));
  }

  @Test
  void firstAndLastNamesMayStandApart() throws IOException {
    DownloadedFile file =
        file("LastName,FirstName,ID,Section,iris (4)", "Kim,Min,1,A,", "Other,O,2,A,");
    Gradebook grades = two("Min Kim", "B");
    assertThat(export(grades, file).files().get(0).text()).contains("Kim,Min,1,A,4\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b,c,d", "Student,ID,Login,iris (4)", "Student,ID", "LastName,x,y,z,Section"})
  void anotherFileIsRefused(String header) {
    Told.refused(
        ExportCode.EXPORT_FILE_OTHER, () -> export(two("A", "B"), file(header, "A,1,2,3")));
  }
}
