package dev.assay.pages.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.pages.SampleExam;
import dev.assay.report.exam.ExamResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamPageTest {
  private static String html(Catalogue texts, double moved) {
    ExamResult exam = SampleExam.of("b", "<script>시험</script>", moved);
    return ExamPage.of(exam, List.of(SampleExam.of("a", "A", 0), exam), texts).html("1.2.3");
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
            "Not passed, 40.0 %",
            "Score [95 %]",
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
