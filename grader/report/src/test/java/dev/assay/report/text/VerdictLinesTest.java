package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.report.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictLinesTest {
  private static final Catalogue EN = Catalogue.english();

  @Test
  void eachPartHasItsLabelAndTheRestIsBelowIt() {
    VerdictLines verdict =
        new VerdictLines("1 of 2 right", List.of("It ended.", "It overfits."), "Stop", "early();");
    assertThat(verdict.render(EN, 80))
        .containsExactly(
            "  Score          1 of 2 right",
            "  What happened  It ended.",
            "                 It overfits.",
            "  Try next       Stop",
            "                 early();");
  }

  @Test
  void linesAreWrappedByWhatTheyTakeOnATerminal() {
    VerdictLines verdict = new VerdictLines("점수 ".repeat(20).strip(), List.of("경과"), "다음", null);
    List<String> lines = verdict.render(Catalogue.korean(), 40);
    assertThat(lines).hasSizeGreaterThan(4).allMatch(line -> DisplayWidth.of(line) <= 40);
    assertThat(lines.get(0)).startsWith("  지표        점수 점수");
    assertThat(lines.get(1)).startsWith("              점수 ");
    assertThat(lines).last().isEqualTo("  다음 할 일  다음");
  }

  @Test
  void whatWasFoundIsToldWithItsAdvice() {
    VerdictLines verdict = VerdictLines.of(Reports.classification(), EN);
    Finding told = Reports.OVERFITTING;
    assertThat(verdict.happened()).last().isEqualTo(told.message(EN));
    assertThat(verdict.next()).isEqualTo(told.advice(EN));
    assertThat(verdict.tells(told, EN)).isTrue();
    Finding other = Finding.of(FindingCode.HEAVY_DROPOUT, "layer", "a", "type", "B", "rate", 0.9);
    assertThat(verdict.tells(other, EN)).isFalse();
  }

  @Test
  void anErrorsLinesStayAndAreNotRepeated() {
    VerdictLines verdict = VerdictLines.of(Reports.compileError(), EN);
    assertThat(verdict.score()).startsWith("There is no score");
    assertThat(verdict.next()).startsWith("Fix the first error");
    List<String> above = verdict.asAbove(EN).render(EN, 100);
    assertThat(above).hasSize(2);
    assertThat(above.get(1)).isEqualTo("  What happened  As above.");
  }
}
