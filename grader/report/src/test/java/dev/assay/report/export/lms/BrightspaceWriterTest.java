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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrightspaceWriterTest {
  private static final Gradebook GRADES = SampleClass.of(40);

  private static Export export(Gradebook grades, DownloadedFile file) throws ExportException {
    return new BrightspaceWriter().write(ExportRequest.of(grades, Catalogue.english()).into(file));
  }

  private static DownloadedFile file(String... lines) {
    String text = String.join("\r\n", lines) + "\r\n";
    return DownloadedFile.decode("b.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads grades by organisation id and item: the id column comes first, the mark ends each row,
   * and no grade is above its maximum.
   */
  private static Map<String, String> imported(String text) throws IOException {
    List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
    List<String> header = rows.get(0).toList();
    assertThat(header.get(0)).isIn("OrgDefinedId", "Username");
    assertThat(header.get(header.size() - 1)).isEqualTo("End-of-Line Indicator");
    Map<String, String> grades = new TreeMap<>();
    for (CSVRecord row : rows.subList(1, rows.size())) {
      assertThat(row.size()).isEqualTo(header.size());
      assertThat(row.get(header.size() - 1)).isEqualTo("#");
      for (int c = 1; c < header.size() - 1; c++) {
        int item = header.get(c).indexOf(" Points Grade");
        if (item > 0) {
          String maximum = header.get(c).replaceAll(".*MaxPoints:([\\d.]+).*|.*", "$1");
          if (!maximum.isEmpty() && !row.get(c).isEmpty()) {
            assertThat(new BigDecimal(row.get(c))).isLessThanOrEqualTo(new BigDecimal(maximum));
          }
          grades.put(row.get(0) + "/" + header.get(c).substring(0, item), row.get(c));
        }
      }
    }
    return grades;
  }

  @Test
  void brightspaceReadsTheGradesOfEachStudent() throws IOException {
    Export export = export(GRADES, Downloads.brightspace(GRADES));
    Map<String, String> expected = new TreeMap<>();
    for (GradebookRow row : GRADES.rows()) {
      String id = "#" + row.student().sisId();
      expected.put(id + "/Essay", "18");
      for (int p = 0; p < row.grades().size(); p++) {
        expected.put(
            id + "/" + GRADES.problems().get(p).id(), Points.text(row.grades().get(p)).orElse(""));
      }
    }
    assertThat(imported(export.files().get(0).text())).isEqualTo(expected);
  }

  @Test
  void everythingElseStaysByteForByte() throws IOException {
    DownloadedFile expected = Downloads.brightspace(GRADES, grade -> Points.text(grade).orElse(""));
    assertThat(export(GRADES, Downloads.brightspace(GRADES)).files().get(0).bytes())
        .isEqualTo(expected.text().getBytes(StandardCharsets.UTF_8));
  }

  private static Gradebook one() {
    Student kim = new Student("x", "김 민", null, null, "m@example.org", "mkim", "77", null);
    return new Gradebook(
        "one",
        List.of(new GradedProblem("basic-regression", 5, 1)),
        60,
        List.of(new GradebookRow(kim, List.of("x"), List.of(SampleClass.graded("b", "x", 4)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#77,,,,", "77,,,,", "0,#MKim,,,", "0,,M@example.org,,", "0,,,김,민"})
  void studentsAreFoundByNumberLoginAddressOrName(String row) throws IOException {
    DownloadedFile file =
        file(
            "OrgDefinedId,Username,Email,First Name,Last Name,Basic Regression Points Grade,"
                + "End-of-Line Indicator",
            row + ",,#");
    assertThat(export(one(), file).files().get(0).text()).endsWith("\n" + row + ",4,#\r\n");
  }

  @Test
  void twoColumnsAreEnough() throws IOException {
    DownloadedFile file =
        file("Username,basic_regression Points Grade,End-of-Line Indicator", "#mkim,,#");
    assertThat(export(one(), file).files().get(0).text()).endsWith("#mkim,4,#\r\n");
  }

  @Test
  void whatIsNoExportIsRefused() {
    Told.refused(
        ExportCode.EXPORT_FILE_OTHER,
        () -> export(one(), file("Username,basic-regression Points Grade", "#mkim,")));
    Told.refused(
        ExportCode.EXPORT_FILE_OTHER,
        () -> export(one(), file("Name,basic-regression Points Grade,End-of-Line Indicator")));
    Told.refused(
        ExportCode.EXPORT_NO_COLUMN,
        () -> export(one(), file("Username,basic-regression,End-of-Line Indicator", "#mkim,,#")));
  }

  @Test
  void problemsWithoutAColumnAreTold() throws IOException {
    Gradebook three = SampleClass.of(8);
    DownloadedFile file = file("OrgDefinedId,mnist Points Grade,End-of-Line Indicator", "9s007,,#");
    Export export = export(three, file);
    assertThat(Told.codes(export))
        .contains(ExportCode.EXPORT_PROBLEM_NO_COLUMN, ExportCode.EXPORT_NOT_IN_FILE);
    ExportRequest column =
        ExportRequest.of(three, Catalogue.english()).into(file).column("mnist Points Grade");
    Told.refused(ExportCode.EXPORT_TAKES_NO_COLUMN, () -> new BrightspaceWriter().write(column));
  }
}
