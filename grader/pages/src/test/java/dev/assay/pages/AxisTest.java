package dev.assay.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void allValuesHaveRoomAndTheTicksAreRound() {
    Axis axis = Axis.around(List.of(0.0, 10.0, Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(axis.low()).isNegative();
    assertThat(axis.high()).isGreaterThan(10);
    assertThat(axis.ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(axis.place(5)).isEqualTo(0.5, offset(1e-9));
    assertThat(axis.place(99)).isEqualTo(1);
    assertThat(axis.place(-99)).isZero();
  }

  @Test
  void withoutFiniteValuesItGoesFromZeroToOne() {
    assertThat(Axis.around(List.of(Double.NaN))).isEqualTo(new Axis(0, 1, false));
    assertThat(Axis.ofCurves(List.of())).isEqualTo(new Axis(0, 1, false));
  }

  @Test
  void aSingleValueHasRoomOnBothSides() {
    Axis axis = Axis.around(List.of(3.0, 3.0));
    assertThat(axis.place(3)).isEqualTo(0.5, offset(1e-9));
    assertThat(Axis.around(List.of(0.0)).place(0)).isEqualTo(0.5, offset(1e-9));
  }

  @Test
  void valuesOfManySizesAreShownByTheirLogarithms() {
    Axis axis = Axis.ofCurves(List.of(0.01, 1.0, 1000.0));
    assertThat(axis.logarithmic()).isTrue();
    assertThat(axis.ticks()).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);
    assertThat(axis.place(1)).isBetween(0.38, 0.42);
  }

  @Test
  void aFewFarOffDoNotPressTheOthersTogether() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      values.add(i / 100.0);
    }
    values.add(-5000.0);
    assertThat(Axis.ofCurves(values).low()).isGreaterThan(-1);
    assertThat(Axis.around(values).low()).isLessThan(-5000);
  }

  @Test
  void itGoesFromLowToHigh() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(0, 1, true));
  }
}
