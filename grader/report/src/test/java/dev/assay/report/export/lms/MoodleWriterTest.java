package dev.assay.report.export.lms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.Columns;
import dev.assay.report.export.DownloadedFile;
import dev.assay.report.export.Downloads;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.SampleClass;
import dev.assay.report.export.Told;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleWriterTest {
  private static final Gradebook IRIS = Columns.only(SampleClass.of(40), List.of("iris"));

  private static Export worksheet(Gradebook grades, DownloadedFile file) throws ExportException {
    return new MoodleWriter().write(ExportRequest.of(grades, Catalogue.english()).into(file));
  }

  private static List<CSVRecord> rows(String text) throws IOException {
    return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
  }

  private static DownloadedFile file(String... lines) {
    String text = String.join("\n", lines) + "\n";
    return DownloadedFile.decode("moodle.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads grades by participants as {@code assignfeedback_offline_grade_importer} does. */
  private static Map<String, String> importWorksheet(String text) throws IOException {
    List<CSVRecord> rows = rows(text.replace("\uFEFF", ""));
    List<String> header = rows.get(0).toList();
    int id = header.indexOf("Identifier");
    int grade = header.indexOf("Grade");
    assertThat(List.of(id, grade, header.indexOf("Last modified (grade)"))).doesNotContain(-1);
    Map<String, String> grades = new TreeMap<>();
    for (CSVRecord row : rows.subList(1, rows.size())) {
      grades.put(row.get(id).substring("Participant ".length()), row.get(grade));
    }
    return grades;
  }

  @Test
  void theAssignmentReadsTheWorksheet() throws IOException {
    Export export = worksheet(IRIS, Downloads.moodle(IRIS, 5));
    Map<String, String> expected = new TreeMap<>(Map.of("1", ""));
    for (int i = 0; i < IRIS.rows().size(); i++) {
      ProblemGrade grade = IRIS.rows().get(i).grades().get(0);
      expected.put(String.valueOf(5000 + i), Points.text(grade).orElse(""));
    }
    assertThat(importWorksheet(export.files().get(0).text())).isEqualTo(expected);
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_LEFT_OUT);
  }

  @Test
  void everythingElseStaysByteForByte() throws IOException {
    DownloadedFile expected = Downloads.moodle(IRIS, 5, grade -> Points.text(grade).orElse(""));
    assertThat(worksheet(IRIS, Downloads.moodle(IRIS, 5)).files().get(0).bytes())
        .isEqualTo(expected.text().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anotherMaximumIsTold() throws IOException {
    assertThat(Told.codes(worksheet(IRIS, Downloads.moodle(IRIS, 100))))
        .contains(ExportCode.EXPORT_OTHER_MAXIMUM);
  }

  private static Gradebook one(Student student, String submission) {
    return new Gradebook(
        "one",
        List.of(new GradedProblem("iris", 5, 1)),
        60,
        List.of(
            new GradebookRow(
                student, List.of(submission), List.of(SampleClass.graded("iris", submission, 4)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Teilnehmer/in 55,,,,Anna Müller",
        "참가자 9,anna@example.org,,,",
        "Participant 9,,anna,,",
        "Participant 9,,,,anna müller"
      })
  void studentsAreFoundInAnyLanguage(String row) throws IOException {
    Student anna =
        new Student("anna", "Anna Müller", null, null, "anna@example.org", null, null, null);
    String name = row.substring(row.lastIndexOf(',') + 1);
    String rest = row.substring(row.indexOf(','), row.lastIndexOf(','));
    String id = row.substring(0, row.indexOf(','));
    DownloadedFile file = file("ID,Name,E-Mail,Username,x,Bewertung", id + "," + name + rest + ",");
    String text = worksheet(one(anna, "Anna Müller_55"), file).files().get(0).text();
    assertThat(text).endsWith(rest + ",4\n");
  }

  @Test
  void whatIsNoWorksheetIsRefused() {
    Gradebook grades = one(Student.unknown("a"), "a");
    Told.refused(ExportCode.EXPORT_FILE_OTHER, () -> worksheet(grades, file("a,b,Grade", "x,y,z")));
    Told.refused(ExportCode.EXPORT_FILE_OTHER, () -> worksheet(grades, file("a,b")));
    Told.refused(
        ExportCode.EXPORT_NO_COLUMN, () -> worksheet(grades, file("Id,Nom,Note", "P 7,a,")));
    Told.refused(
        ExportCode.EXPORT_NOBODY_FOUND, () -> worksheet(grades, file("Id,Name,Grade", "P 7,b,")));
    Gradebook three = SampleClass.of(3);
    Told.refused(ExportCode.EXPORT_ONE_PROBLEM, () -> worksheet(three, Downloads.moodle(three, 5)));
  }

  @Test
  void theColumnMayBeNamedInAnotherLanguage() throws IOException {
    ExportRequest request =
        ExportRequest.of(one(Student.unknown("a"), "a"), Catalogue.english())
            .into(file("Id,Nom,Note", "Participant 7,a,"))
            .column("Note");
    assertThat(new MoodleWriter().write(request).files().get(0).text()).endsWith("7,a,4\n");
  }

  /**
   * Reads a gradebook as {@code gradeimport_csv_load_data} does, each item mapped to one that
   * exists.
   *
   * @return empty where the import is aborted
   */
  private static Optional<Map<String, String>> importGradebook(
      String text, String identity, Set<String> users) throws IOException {
    List<CSVRecord> rows = rows(text);
    List<String> header = rows.get(0).toList().stream().map(String::trim).toList();
    Map<String, String> grades = new TreeMap<>();
    String user = "";
    for (CSVRecord row : rows.subList(1, rows.size())) {
      String id = row.get(header.indexOf(identity)).trim();
      if (!id.isEmpty() && !users.contains(id)) {
        return Optional.empty();
      }
      user = id.isEmpty() ? user : id;
      for (int c = 0; c < header.size(); c++) {
        boolean feedback = header.contains(header.get(c) + " feedback");
        String value = row.get(c).trim();
        if (feedback && (value.isEmpty() || value.equals("-"))) {
          grades.put(user + "/" + header.get(c), "deleted");
        } else if (feedback && new BigDecimal(value).intValue() > 100) {
          return Optional.empty();
        } else if (feedback) {
          grades.put(user + "/" + header.get(c), value);
        }
      }
    }
    return Optional.of(grades);
  }

  @Test
  void theGradebookIsImportedWithoutLosingAGrade() throws IOException {
    Gradebook grades = SampleClass.of(60);
    Export export = new MoodleWriter().write(ExportRequest.of(grades, Catalogue.english()));
    Map<String, String> expected = new TreeMap<>();
    for (GradebookRow row : grades.rows()) {
      if (row.grades().stream().allMatch(grade -> Points.of(grade).isPresent())) {
        for (int p = 0; p < 3; p++) {
          expected.put(
              row.student().sisId() + "/" + grades.problems().get(p).id(),
              Points.text(row.grades().get(p)).orElseThrow());
        }
      }
    }
    Set<String> users =
        grades.rows().stream().map(row -> row.student().sisId()).collect(Collectors.toSet());
    String text = export.files().get(0).text();
    assertThat(importGradebook(text, "idnumber", users)).contains(expected);
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_STUDENTS_WAIT);
    assertThat(text).doesNotStartWith("\uFEFF");
    assertThat(rows(text).stream().skip(1).flatMap(CSVRecord::stream))
        .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*|-\\D.*"));
  }

  @Test
  void anIdentityThatSomebodyLacksOrCannotBeWrittenIsLeftOut() throws IOException {
    Student odd = new Student("b", "B", "B", "B", "b@example.org", "=b", null, null);
    Export export = new MoodleWriter().write(ExportRequest.of(one(odd, "b"), Catalogue.english()));
    assertThat(rows(export.files().get(0).text()).get(0).toList())
        .containsExactly("email", "firstname", "lastname", "iris", "iris feedback");
    ExportRequest nobody = ExportRequest.of(one(Student.unknown("x"), "x"), Catalogue.english());
    Told.refused(ExportCode.EXPORT_NO_IDENTITY, () -> new MoodleWriter().write(nobody));
  }

  @Test
  void pointsGivenByHandBringTheirComment() throws IOException {
    GradedProblem problem = new GradedProblem("iris", 5, 1);
    Student student = SampleClass.student(7);
    Gradebook grades =
        new Gradebook(
            "one",
            List.of(problem),
            60,
            List.of(
                new GradebookRow(
                    student, List.of("s"), List.of(SampleClass.overridden(problem, "s")))));
    String text =
        new MoodleWriter()
            .write(ExportRequest.of(grades, Catalogue.english()))
            .files()
            .get(0)
            .text();
    assertThat(rows(text).get(1).get(5)).isEqualTo("4.25");
    assertThat(rows(text).get(1).get(6)).startsWith("'=HYPERLINK");
  }
}
