package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePlotTest {
  @Test
  void dotsFallWithTheValues() {
    CurvePlot plot = new CurvePlot(List.of(7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0), 0, 7);
    assertThat(plot.lines(2, 80, false)).containsExactly("⠑⢄", "  ⠑⢄");
    assertThat(plot.lines(8, 80, true)).startsWith("*", " *").endsWith("       *");
  }

  @Test
  void manyValuesShareTheColumnsAndBothEndsStay() {
    List<Double> values = new ArrayList<>(Collections.nCopies(1000, 0.0));
    values.set(0, 1.0);
    values.set(999, 1.0);
    List<String> lines = new CurvePlot(values, 0, 1).lines(1, 10, true);
    assertThat(lines.get(0)).hasSize(10);
    assertThat(new CurvePlot(values, 0, 1).lines(2, 10, true).get(0)).isEqualTo("*        *");
  }

  @Test
  void whatIsNoNumberLeavesAGapAndWhatIsOutsideStandsAtTheEdge() {
    assertThat(new CurvePlot(List.of(1.0, Double.NaN, 9.0), 0, 1).lines(1, 9, true))
        .containsExactly("* *");
    assertThatThrownBy(() -> new CurvePlot(List.of(), 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
