package dev.assay.report.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import dev.assay.report.json.ExamJson;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import dev.assay.report.text.ExamTable;
import dev.assay.report.text.PointsPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamReportTest {
  private static final PartScore SCORE =
      new PartScore(4, 5, false, "accuracy", 0.88, 0.9, new Interval(0.7, 0.96), 25);

  private static final PartScore PLAIN = new PartScore(5, 5, true, "r2", 0.81, 0.75, null, 30);

  private static ExamProblem problem(
      String id, int points, @Nullable PartScore score, List<ExamAttempt> attempts) {
    return new ExamProblem(
        id,
        "Category",
        2,
        3,
        attempts.isEmpty() ? null : 1,
        points,
        5,
        score,
        score == null ? null : "embedded",
        attempts.isEmpty() ? 0 : 95,
        SCORE.equals(score) ? List.of("INPUT_SCALE", "OVERFITTING") : List.of(),
        attempts);
  }

  private static ExamResult exam(double moved) {
    return new ExamResult(
        "2026-05-04T09-00-00",
        "x",
        "=HYPERLINK(\"x\") <b>시험</b>",
        Instant.parse("2026-05-04T09:00:00Z"),
        new ExamResult.Time(60, 1500, "FINISHED", moved),
        new ExamResult.Terms(7, 60, "EACH", "FRESH", 50, "MAJORITY", 3),
        List.of(
            problem(
                "iris",
                4,
                SCORE,
                List.of(
                    new ExamAttempt(1, 60, Verdict.FAILED, SCORE, true),
                    new ExamAttempt(2, 70, Verdict.GRADER_ERROR, null, false),
                    new ExamAttempt(3, 95, null, null, false))),
            problem(
                "basic-regression",
                5,
                PLAIN,
                List.of(new ExamAttempt(1, 9, Verdict.PASSED, PLAIN, true))),
            problem("mnist", 0, null, List.of())),
        List.of(
            Sentence.of(
                TerminalCode.EXAM_PRACTISE,
                "problem",
                "mnist",
                "lost",
                5,
                "most",
                5,
                "kind",
                "NONE",
                "commands",
                List.of())));
  }

  @Test
  void theTotalIsWeightedAndAttemptsThatFailedOnUsAreNotUsed() {
    ExamResult exam = exam(0);
    assertThat(exam.total()).isEqualTo(60);
    assertThat(exam.passed()).isTrue();
    assertThat(exam.problems().stream().map(ExamProblem::used)).containsExactly(2, 1, 0);
  }

  @Test
  void theTableTellsEachProblem() {
    List<String> lines = ExamTable.render(exam(3600), Catalogue.english(), 120);
    assertThat(lines)
        .anyMatch(line -> line.contains("PASSED with 60 % (60 % needed)"))
        .anyMatch(line -> line.contains("was moved by 1 h 0 min"))
        .anyMatch(
            line ->
                line.matches(
                    "iris +2/3 +4/5 +0\\.8800 \\[0\\.700, 0\\.960] +1 min 35 s +INPUT_SCALE, OVERFITTING"))
        .anyMatch(line -> line.matches("basic-regression +1/3 +5/5 +0\\.8100 .*"))
        .anyMatch(line -> line.matches("mnist +0/3 +0/5 +- +- +-"))
        .anyMatch(line -> line.startsWith("- mnist: 5 of 5 points were lost."));
    assertThat(ExamTable.render(exam(0), Catalogue.korean(), 80))
        .allMatch(line -> DisplayWidth.of(line) <= 80)
        .anyMatch(line -> line.contains("합격"));
  }

  private static JsonSchema schema() throws IOException {
    Path file = Path.of(System.getProperty("assay.home"), "reports/exam.schema.json");
    String text = Files.readString(file);
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(loaders -> loaders.schemas(Map.of("urn:assay:exam:1", text))))
        .getSchema(SchemaLocation.of("urn:assay:exam:1"));
  }

  @Test
  void theJsonFollowsItsSchema() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ExamJson.of(exam(1), Catalogue.korean()));
    assertThat(schema().validate(json)).isEmpty();
    assertThat(json.at("/problems/0/score/high").asDouble()).isEqualTo(0.96);
    assertThat(json.at("/problems/1/score/high").isNull()).isTrue();
    assertThat(json.at("/problems/0/attempts/2/verdict").isNull()).isTrue();
    assertThat(json.at("/next/0/message").asText()).contains("5점을 잃었습니다");
    assertThat(schema().validate(new ObjectMapper().readTree("{}"))).isNotEmpty();
  }

  @Test
  void aScoreIsThatOfItsJudgement() {
    Metric metric = Metric.ofValue("r2", 0.5, 0.75, Direction.HIGHER, new Interval(0.2, 0.7));
    Judgement judgement =
        new Judgement(
            Verdict.FAILED, List.of(Sentence.of(TerminalCode.EXAM_NEXT)), 2, 5, List.of());
    assertThat(PartScore.of(new Scores(metric, Map.of(), null), judgement, 12))
        .isEqualTo(new PartScore(2, 5, false, "r2", 0.5, 0.75, new Interval(0.2, 0.7), 12));
    assertThatThrownBy(() -> new PartScore(6, 5, true, "r2", 1, 1, null, 1))
        .hasMessageContaining("points must be in [0, 5]");
  }

  @Test
  void thePlotHasAColumnForEachExam() {
    List<String> lines = new PointsPlot(List.of(0.0, 55.0, 100.0), 90, false).lines(80);
    assertThat(lines)
        .hasSize(11)
        .startsWith(" 100 │          ●", "     │------------")
        .endsWith("   0 │  ●");
    assertThat(lines.get(4)).isEqualTo("     │      ●");
    assertThat(new PointsPlot(List.of(0.0, 100.0, 100.0), 50, true).lines(12))
        .startsWith(" 100 |  o")
        .contains("  50 |----");
  }
}
