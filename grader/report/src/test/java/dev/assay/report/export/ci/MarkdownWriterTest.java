package dev.assay.report.export.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.SampleClass;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {
  private static String page(Gradebook grades, Catalogue texts) {
    return new MarkdownWriter().write(ExportRequest.of(grades, texts)).files().get(0).text();
  }

  @Test
  void hostileNamesAreNothingButText() {
    String page = page(SampleClass.of(40), Catalogue.english());
    assertThat(page)
        .startsWith("# Class &lt;b&gt;10&lt;/b&gt; \\| =A1 \"가\"\n\n| Student | iris (5) |")
        .contains("| 김철수 |", "| Müller; Jörg |", "&lt;script&gt;", "pipe\\|\\`tick\\`\\*star\\*")
        .doesNotContain("<", "\u202E", "\u0000");
    List<String> rows = page.lines().filter(line -> line.startsWith("|")).toList();
    assertThat(rows).hasSize(42);
    assertThat(rows)
        .allMatch(row -> row.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count() == 7);
    assertThat(rows.get(1)).isEqualTo("|---|---:|---:|---:|---:|---|");
  }

  @Test
  void markupIsEscaped() {
    assertThat(MarkdownPage.escaped("[a](javascript:b)")).isEqualTo("\\[a\\]\\(javascript:b\\)");
    assertThat(MarkdownPage.escaped("![i](http://x.y)"))
        .isEqualTo("\\!\\[i\\]\\(http:&#47;&#47;x.y\\)");
    assertThat(MarkdownPage.escaped("@all #1 www.a.b")).isEqualTo("&#64;all \\#1 www&#46;a.b");
    assertThat(MarkdownPage.escaped("- a + *b* _c_ ~~d~~"))
        .isEqualTo("\\- a \\+ \\*b\\* \\_c\\_ \\~\\~d\\~\\~");
    assertThat(MarkdownPage.escaped("$x$ \\ &amp; <b>\n"))
        .isEqualTo("\\$x\\$ \\\\ &amp;amp; &lt;b&gt;?");
  }

  @Test
  void whatAPersonGaveIsMarkedAndExplained() {
    Gradebook grades =
        SampleClass.one(
            SampleClass.overridden(SampleClass.PROBLEMS.get(0), "s"),
            SampleClass.late(SampleClass.PROBLEMS.get(1), "s"),
            ProblemGrade.without(GradeState.MISSING));
    String english = page(grades, Catalogue.english());
    assertThat(english)
        .contains("| 4.25 \\* | 3.67 | 0 (not handed in) |", "Set to 4.25 points by Prof. 김")
        .contains("Handed in late: 0.33 of 4 points were taken off.")
        .contains("\n## Remarks\n");
    assertThat(page(grades, Catalogue.korean())).contains("| 학생 |", "0 (제출하지 않음)", "## 비고");
    assertThat(page(SampleClass.one(SampleClass.graded("iris", "s", 5)), Catalogue.english()))
        .doesNotContain("Remarks");
  }
}
