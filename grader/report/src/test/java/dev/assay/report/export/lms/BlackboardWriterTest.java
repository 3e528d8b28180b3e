package dev.assay.report.export.lms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
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
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackboardWriterTest {
  private static final Gradebook GRADES = SampleClass.of(40);

  private static Export export(Gradebook grades, DownloadedFile file) throws ExportException {
    return new BlackboardWriter().write(ExportRequest.of(grades, Catalogue.english()).into(file));
  }

  private static DownloadedFile file(String... lines) {
    String text = String.join("\r\n", lines) + "\r\n";
    return DownloadedFile.decode("gc.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads cells by user name and column id; a header without an id is a new column. */
  private static Map<String, String> imported(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_16LE);
    assertThat(text).startsWith("\uFEFF");
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter('\t')
            .get()
            .parse(new StringReader(text.substring(1)))
            .getRecords();
    int user = rows.get(0).toList().indexOf("Username");
    Map<String, String> cells = new TreeMap<>();
    for (int c = 5; c < rows.get(0).size(); c++) {
      Matcher id = Pattern.compile(".*\\|(\\d+)").matcher(rows.get(0).get(c));
      assertThat(id.matches()).isTrue();
      for (CSVRecord row : rows.subList(1, rows.size())) {
        cells.put(row.get(user) + "|" + id.group(1), row.get(c));
      }
    }
    return cells;
  }

  @Test
  void blackboardReadsTheGradesOfEachUser() throws IOException {
    Export export = export(GRADES, Downloads.blackboard(GRADES));
    Map<String, String> expected = new TreeMap<>();
    for (GradebookRow row : GRADES.rows()) {
      String login = row.student().login();
      expected.put(login + "|1", "12.00000");
      for (int p = 0; p < row.grades().size(); p++) {
        expected.put(login + "|" + (8001 + p), Points.text(row.grades().get(p)).orElse(""));
      }
    }
    assertThat(imported(export.files().get(0).bytes())).isEqualTo(expected);
  }

  @Test
  void everythingElseStaysByteForByte() throws IOException {
    DownloadedFile expected = Downloads.blackboard(GRADES, grade -> Points.text(grade).orElse(""));
    assertThat(export(GRADES, Downloads.blackboard(GRADES)).files().get(0).bytes())
        .isEqualTo(expected.text().getBytes(StandardCharsets.UTF_16LE));
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
  @CsvSource({
    "Last Name,First Name,Username,Student ID",
    "Nachname,Vorname,Benutzername,Student ID",
    "성,이름,사용자 이름,Student ID"
  })
  void studentsAreFoundByLoginNumberSubmissionOrName(
      String last, String first, String user, String id) throws IOException {
    String header = String.join(",", last, first, user, id) + ",iris [Total Pts: 5] |77";
    Student jose = new Student("x", "José Kim", null, null, null, "jkim", "990", null);
    Student unknown = Student.unknown("w");
    for (String row : List.of("-,-,JKIM,", "-,-,other,990", "Kim,José,other,")) {
      String text = export(one(jose, "x"), file(header, row + ",")).files().get(0).text();
      assertThat(text).endsWith(row + ",4\r\n");
    }
    String text =
        export(one(unknown, "Week 1_other"), file(header, "a,b,other,,")).files().get(0).text();
    assertThat(text).endsWith("a,b,other,,4\r\n");
  }

  @Test
  void whatIsNoGradebookIsRefused() {
    Gradebook grades = one(Student.unknown("x"), "x");
    Told.refused(ExportCode.EXPORT_FILE_OTHER, () -> export(grades, file("Name,iris |7", "x,")));
    Told.refused(ExportCode.EXPORT_NO_COLUMN, () -> export(grades, file("Username,iris", "x,")));
  }

  @Test
  void anotherMaximumIsTold() throws IOException {
    DownloadedFile file = file("Username,Iris [Total Pts: 100 Score] |7", "x,");
    Export export = export(one(Student.unknown("x"), "x"), file);
    assertThat(Told.codes(export)).containsExactly(ExportCode.EXPORT_OTHER_MAXIMUM);
    assertThat(export.files().get(0).text()).endsWith("x,4\r\n");
  }
}
