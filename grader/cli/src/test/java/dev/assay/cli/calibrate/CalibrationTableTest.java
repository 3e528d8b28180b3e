package dev.assay.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.findings.Catalogue;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTableTest {
  private static final PassRule RULE =
      Problems.load().find("iris").orElseThrow().variants().get(0).passRule();

  @TempDir private static Path folder;

  private static GradeReport report;

  @BeforeAll
  static void gradeAnEmptyFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path out = folder.resolve("out");
    assertThat(Run.of("grade", empty, "--problem", "iris", "--out", out).code()).isEqualTo(1);
    report = JsonReports.read(out.resolve("empty/iris/result.json"));
  }

  private static String table(Catalogue texts) {
    CalibrationTable table = new CalibrationTable(RULE, texts);
    table.add("reference", List.of(report, report));
    return table.markdown();
  }

  @Test
  void theTableIsMarkdown() {
    assertThat(table(Catalogue.english()))
        .isEqualTo(
            """
            Pass mark: accuracy >= 0.90; bands for 1 to 4 points: 0.50, 0.65, 0.75, 0.85.

            | answer | passed | score: min / median / max | points: min / mean / max |
            |---|---|---|---|
            | reference | 0 of 2 | [NO_ANSWER] | 0 / 0.0 / 0 |
            """);
  }

  @Test
  void theTableIsThereInKorean() {
    assertThat(table(Catalogue.korean()))
        .startsWith("합격 기준: accuracy >= 0.90; 1점부터 4점까지의 경계: 0.50, 0.65, 0.75, 0.85.\n")
        .contains("| 답안 | 합격 | 지표: 최소 / 중앙값 / 최대 | 점수: 최소 / 평균 / 최대 |\n")
        .contains("| reference | 2번 중 0번 | [답안 없음] | 0 / 0.0 / 0 |");
  }

  @Test
  void aLineTellsOfOneGrading() {
    CalibrationTable table = new CalibrationTable(RULE, Catalogue.korean());
    assertThat(table.line("reference", 7, report)).startsWith("reference     시드 7   답안 없음");
  }
}
