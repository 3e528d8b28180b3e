package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.model.Training;
import org.junit.jupiter.api.Test;

class OutlinesTest {
  private final Outlines outlines = new Outlines();

  @Test
  void anOutlineHasAllButEpochsLayersAndClasses() {
    for (GradeReport report : Reports.all()) {
      GradeReport outline = outlines.of(report);
      assertThat(outline).isEqualTo(report.outline());
      assertThat(outline.submission()).isEqualTo(report.submission());
      assertThat(outline.judgement()).isEqualTo(report.judgement());
      assertThat(outline.circumstances()).isEqualTo(report.circumstances());
      assertThat(outline.seconds()).isEqualTo(report.seconds());
      Training whole = report.stages().training();
      Training training = outline.stages().training();
      assertThat(training == null).isEqualTo(whole == null);
      if (training != null && whole != null) {
        assertThat(training.history()).isEmpty();
        assertThat(training.epochs()).isEqualTo(whole.epochs());
      }
      assertThat(outline.outline()).as("an outline's own").isEqualTo(outline);
    }
  }

  @Test
  void equalPartsAreOne() {
    GradeReport first = outlines.of(Reports.all().get(0));
    GradeReport second = outlines.of(Reports.all().get(0));
    assertThat(second.judgement()).isSameAs(first.judgement());
    assertThat(second.stages()).isSameAs(first.stages());
    assertThat(second.circumstances().provenance()).isSameAs(first.circumstances().provenance());
  }
}
