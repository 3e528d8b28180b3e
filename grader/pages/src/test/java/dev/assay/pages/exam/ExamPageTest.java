package dev.assay.pages.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Verdict;
import dev.assay.report.exam.ExamAttempt;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.exam.PartScore;
import dev.assay.report.score.Interval;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamPageTest {
  private static final PartScore SCORE =
      new PartScore(4, 5, false, "accuracy", 0.88, 0.9, new Interval(0.7, 0.96), 25);

  private static ExamResult exam(String id, String title, double moved) {
    return new ExamResult(
        id,
        "x",
        title,
        Instant.parse("2026-05-04T09:00:00Z"),
        new ExamResult.Time(60, 1500, "DEADLINE", moved),
        new ExamResult.Terms(7, 60, "EACH", "PUBLISHED", 50, "ONE", 1),
        List.of(
            new ExamProblem(
                "iris",
                "<i>Flowers</i>",
                1,
                3,
                1,
                4,
                5,
                SCORE,
                "embedded",
                95,
                List.of("INPUT_SCALE"),
                List.of(
                    new ExamAttempt(1, 60, Verdict.FAILED, SCORE, true),
                    new ExamAttempt(2, 70, null, null, false))),
            new ExamProblem("mnist", "B", 1, 3, null, 0, 5, null, null, 0, List.of(), List.of())),
        List.of(Sentence.of(TerminalCode.EXAM_RECURS, "code", "INPUT_SCALE", "problems", 2)));
  }

  private static String html(Catalogue texts, double moved) {
    ExamResult exam = exam("b", "<script>시험</script>", moved);
    return ExamPage.of(exam, List.of(exam("a", "A", 0), exam), texts).html("1.2.3");
  }

  @Test
  void thePageContainsAllItNeedsAndEscapesNames() {
    String page = html(Catalogue.english(), 0);
    assertThat(page)
        .contains(
            "<html lang=\"en\">",
            "default-src &#39;none&#39;; script-src &#39;sha256-",
            "color-scheme\" content=\"light dark\"",
            "&lt;script&gt;시험&lt;/script&gt;",
            "&lt;i&gt;Flowers&lt;/i&gt;",
            "ended at the deadline",
            "<code>INPUT_SCALE</code>",
            "4/5, 0.8800",
            "The totals of 2 exams over time",
            "40.0 %",
            "1.2.3")
        .doesNotContain("<i>Flowers", "src=", "was moved by");
    assertThat(page.split("<circle", -1)).hasSize(3);
  }

  @Test
  void thePageIsInKorean() {
    assertThat(html(Catalogue.korean(), 120))
        .contains("<html lang=\"ko\">", "다음에 연습할 것", "시계가 2 min 0 s만큼 바뀌었습니다", "불합격");
  }

  @Test
  void aSingleExamStandsInTheMiddle() {
    TotalsPlot plot = TotalsPlot.of(List.of(100.0), List.of(true), List.of("a"), 50);
    assertThat(plot.dots()).containsExactly(new TotalsPlot.Dot("340.0", "14.0", true, "a"));
    assertThat(plot.mark()).isEqualTo("90.0");
    assertThat(plot.ticks().stream().map(TotalsPlot.Tick::text))
        .containsExactly("0", "25", "50", "75", "100");
  }
}
