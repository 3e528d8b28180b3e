package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.findings.Catalogue;
import dev.assay.report.Golden;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Reports;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.model.ModelStages;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

  @Test
  void aMixedRunIsRenderedAsTheGolden() throws IOException {
    Golden.check(
        "summary.txt",
        SummaryTable.render(Reports.all(), Duration.ofSeconds(92), 100, Catalogue.english()));
  }

  @Test
  void inKoreanTheColumnsAreAlignedToo() throws IOException {
    String table =
        SummaryTable.render(Reports.all(), Duration.ofSeconds(92), 110, Catalogue.korean());
    Golden.check("summary-ko.txt", table);
    List<String> lines = table.lines().limit(Reports.all().size() + 1L).toList();
    int column = DisplayWidth.of(lines.get(0).substring(0, lines.get(0).indexOf("판정")));
    assertThat(lines)
        .allSatisfy(line -> assertThat(DisplayWidth.start(line, column)).endsWith("  "));
  }

  @Test
  void aTableThatWouldBeTooWideIsRenderedAsTheGolden() throws IOException {
    String table = SummaryTable.render(wide(), Duration.ofSeconds(7425), 100, Catalogue.english());
    Golden.check("summary-wide.txt", table);
    assertThat(table.lines()).allMatch(line -> DisplayWidth.of(line) <= 100);
  }

  @Test
  void aNarrowTerminalGetsNoIntervals() {
    List<GradeReport> reports =
        List.of(
            Reports.named("a-very-long-submission-name", Reports.regression()),
            Reports.classification());
    String table = SummaryTable.render(reports, Duration.ZERO, 80, Catalogue.english());
    assertThat(table.lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
    assertThat(table).contains(" score ", " 0.8512 ", "a-very-").doesNotContain("[");
  }

  @Test
  void whereThereIsNoRoomForATableAnAnswerHasTwoLines() {
    List<GradeReport> reports =
        List.of(
            Reports.named("a-very-long-name-of-someone", Reports.classification()),
            Reports.named("erin", Reports.graderError()));
    assertThat(SummaryTable.render(reports, Duration.ofSeconds(3), 40, Catalogue.english()))
        .startsWith(
            """
            a-very-long-name-of-someone / iris, emb…
              PASSED 5/5, 0.9000 (>= 0.9), 2.3 s
            erin / iris, -
              GRADER_ERROR 0/5, 2.3 s

            """);
  }

  @Test
  void nothingIsCutWhereThereIsRoom() {
    List<GradeReport> reports = List.of(Reports.named("n".repeat(100), Reports.regression()));
    assertThat(SummaryTable.render(reports, Duration.ZERO, Integer.MAX_VALUE, Catalogue.english()))
        .contains("n".repeat(100) + "  ", "[0.812, 0.883]");
  }

  @Test
  void controlCharactersInNamesAreNeutralised() {
    GradeReport nasty = Reports.named("a\u001B[31m\nb\r\u202Ec\u2028\uD800", Reports.graderError());
    String table = SummaryTable.render(List.of(nasty), Duration.ZERO, 100, Catalogue.english());
    assertThat(table).contains("a?[31m?b??c??  iris").doesNotContain("\u001B", "\r", "\u202E");
    assertThat(table.lines()).hasSize(4);
  }

  @Test
  void wideCharactersKeepTheColumnsAligned() {
    List<GradeReport> reports =
        List.of(
            Reports.named("王小明", Reports.classification()),
            Reports.named("Zoe\u0308", Reports.classification()));
    List<String> lines =
        SummaryTable.render(reports, Duration.ZERO, 100, Catalogue.english()).lines().toList();
    int column = DisplayWidth.of(lines.get(0).substring(0, lines.get(0).indexOf("problem")));
    assertThat(lines.subList(1, 3))
        .allSatisfy(
            line ->
                assertThat(DisplayWidth.of(line.substring(0, line.indexOf("iris"))))
                    .isEqualTo(column));
  }

  @Test
  void allPassedGivesPlainTotals() {
    List<GradeReport> reports = List.of(Reports.classification(), Reports.regression());
    assertThat(SummaryTable.render(reports, Duration.ofSeconds(92), 100, Catalogue.english()))
        .endsWith("\n\n2 of 2 passed, 9 of 10 points, 1 min 32 s\n");
  }

  @Test
  void aFaultOfTheGraderCostsNobodyAPoint() {
    List<GradeReport> reports = List.of(Reports.classification(), Reports.graderError());
    assertThat(SummaryTable.render(reports, Duration.ofMillis(4200), 100, Catalogue.english()))
        .endsWith("1 of 1 passed, 5 of 5 points, 1 not graded because of a grader error, 4.2 s\n");
  }

  @Test
  void noResultsSaySo() {
    assertThat(SummaryTable.render(List.of(), Duration.ZERO, 100, Catalogue.english()))
        .isEqualTo("Nothing was graded.\n");
  }

  private static List<GradeReport> wide() {
    GradeReport base = Reports.regression();
    Metric metric =
        Metric.ofValue("mae", 123456.789, 5e4, Direction.LOWER, new Interval(99999, 150000));
    Scores scores = new Scores(metric, Map.of(), null);
    Judgement failed = new Judgement(Verdict.FAILED, Reports.said("Too far off."), 1, 5, List.of());
    Judgement violation =
        new Judgement(Verdict.CONTRACT_VIOLATION, Reports.said("Wrong shape."), 0, 5, List.of());
    return List.of(
        Reports.named("a-very-long-submission-name-of-someone", base),
        new GradeReport(
            new Submission("x", null),
            "binary-classification",
            Reports.dataset("wdbc", "embedded-and-more"),
            failed,
            scores,
            base.stages(),
            base.circumstances()),
        new GradeReport(
            new Submission("y", null),
            "binary-classification",
            base.dataset(),
            violation,
            null,
            ModelStages.NONE,
            base.circumstances()));
  }
}
