package dev.assay.report.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.SampleClass;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {
  static List<ReportWriter> writers() {
    return List.of(new WideCsv(), new LongCsv());
  }

  private static List<CSVRecord> rows(ReportWriter writer, Gradebook grades) throws IOException {
    String text = writer.write(ExportRequest.of(grades, Catalogue.english())).files().get(0).text();
    assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .get()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void noCellIsAFormulaOrHasControlCharacters(ReportWriter writer) throws IOException {
    List<CSVRecord> rows = rows(writer, SampleClass.of(60));
    assertThat(rows)
        .hasSizeGreaterThanOrEqualTo(60)
        .allSatisfy(
            row ->
                assertThat(row.toList())
                    .noneMatch(cell -> cell.matches("(?s)[=+\\-@＝＋－＠\\t].*"))
                    .allMatch(cell -> cell.matches("[^\\x00-\\x1F\\u202E]*")));
    assertThat(rows).extracting(row -> row.get("name")).contains("김철수", "Müller; Jörg", "'=1+1");
  }

  @Test
  void aRowTellsTheTotalAndWhetherItIsFinal() throws IOException {
    Gradebook grades = SampleClass.of(40);
    List<CSVRecord> rows = rows(new WideCsv(), grades);
    for (int i = 0; i < grades.rows().size(); i++) {
      GradebookRow row = grades.rows().get(i);
      Map<String, String> cells = rows.get(i).toMap();
      boolean complete = grades.isComplete(row);
      assertThat(cells)
          .containsEntry("student", row.student().id())
          .containsEntry("login", row.student().login())
          .containsEntry("section", "A; B")
          .containsEntry("total_percent", Points.total(grades, row).toPlainString())
          .containsEntry("complete", String.valueOf(complete))
          .containsEntry("passed", complete ? String.valueOf(grades.passed(row)) : "");
    }
  }

  @Test
  void aLongRowTellsHowTheGradeCameAbout() throws IOException {
    Gradebook grades =
        SampleClass.one(
            SampleClass.late(SampleClass.PROBLEMS.get(0), "sub"),
            SampleClass.overridden(SampleClass.PROBLEMS.get(1), "sub"),
            ProblemGrade.without(GradeState.EXCUSED));
    List<CSVRecord> rows = rows(new LongCsv(), grades);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).toMap())
        .containsEntry("state", "graded")
        .containsEntry("verdict", "PASSED")
        .containsEntry("points", "3.67")
        .containsEntry("raw_points", "4")
        .containsEntry("late_points", "0.33")
        .containsEntry("override_points", "")
        .containsEntry("metric", "accuracy")
        .containsEntry("threshold", "0.9")
        .containsEntry("submission", "sub")
        .containsEntry("handed_in", "2026-11-30T09:30:15.500Z")
        .containsEntry("findings", "OVERFITTING");
    assertThat(rows.get(1).toMap())
        .containsEntry("points", "4.25")
        .containsEntry("raw_points", "2")
        .containsEntry("override_points", "4.25")
        .containsEntry("override_by", "Prof. 김")
        .containsEntry("override_at", "1970-01-01T00:00:00Z");
    assertThat(rows.get(1).get("override_comment")).startsWith("'=HYPERLINK");
    assertThat(rows.get(2).toMap())
        .containsEntry("state", "excused")
        .containsEntry("points", "")
        .containsEntry("verdict", "")
        .containsEntry("message", "");
  }

  @Test
  void aResultWithoutAScoreHasNone() throws IOException {
    ProblemGrade grade =
        new ProblemGrade(GradeState.GRADED, SampleClass.compileError("a"), null, 0, 0, null);
    assertThat(rows(new LongCsv(), SampleClass.one(grade)).get(0).toMap())
        .containsEntry("metric", "")
        .containsEntry("score", "")
        .containsEntry("points", "0");
  }
}
