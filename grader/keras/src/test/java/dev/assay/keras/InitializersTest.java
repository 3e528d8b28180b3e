package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.VarianceScaling;
import dev.assay.keras.initializers.VarianceScaling.Distribution;
import dev.assay.keras.initializers.VarianceScaling.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Range, mean and variance of what is drawn; fans as Keras counts them. */
class InitializersTest {
  private static final List<Integer> KERNEL = List.of(3, 3, 40, 80);
  private static final List<Integer> MATRIX = List.of(150, 250);
  private static final double UNIFORM_RANGE = Math.sqrt(3);
  private static final double TRUNCATED_RANGE = 2 / 0.8796256610342398;

  static Stream<Arguments> random() {
    VarianceScaling fanOut = new VarianceScaling(3, Mode.FAN_OUT, Distribution.TRUNCATED_NORMAL);
    return Stream.of(
        Arguments.of(Initializer.GLOROT_UNIFORM, KERNEL, 2.0 / (9 * 40 + 9 * 80), UNIFORM_RANGE),
        Arguments.of(Initializer.GLOROT_UNIFORM, MATRIX, 2.0 / (150 + 250), UNIFORM_RANGE),
        Arguments.of(Initializer.HE_UNIFORM, KERNEL, 2.0 / (9 * 40), UNIFORM_RANGE),
        Arguments.of(Initializer.HE_UNIFORM, List.of(20_000), 2.0 / 20_000, UNIFORM_RANGE),
        Arguments.of(Initializer.HE_NORMAL, KERNEL, 2.0 / (9 * 40), TRUNCATED_RANGE),
        Arguments.of(Initializer.HE_NORMAL, MATRIX, 2.0 / 150, TRUNCATED_RANGE),
        Arguments.of(fanOut, MATRIX, 3.0 / 250, TRUNCATED_RANGE));
  }

  /** More than 20,000 values, so that the variance is right to a percent or two. */
  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("random")
  void valuesHaveVarianceAndRange(
      Initializer initializer, List<Integer> shape, double variance, double range) {
    float[] values = initializer.values(shape, 11);
    double deviation = Math.sqrt(variance);
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (float value : values) {
      sum += value;
      squares += value * value;
      largest = Math.max(largest, Math.abs(value));
    }

    assertThat(values).hasSize(shape.stream().reduce(1, Math::multiplyExact));
    assertThat(squares / values.length).isCloseTo(variance, Percentage.withPercentage(3));
    assertThat(Math.abs(sum / values.length)).isLessThan(0.03 * deviation);
    assertThat(largest).isBetween(0.99 * range * deviation, 1.000001 * range * deviation);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("random")
  void theSeedDecides(Initializer initializer, List<Integer> shape) {
    float[] values = initializer.values(shape, 11);

    assertThat(initializer.values(shape, 11)).containsExactly(values);
    assertThat(initializer.values(shape, 12)).isNotEqualTo(values);
  }

  @Test
  void constantsDoNotDependOnTheSeed() {
    assertThat(Initializer.ZEROS.values(List.of(2, 2), 1)).containsExactly(0, 0, 0, 0);
    assertThat(Initializer.ONES.values(List.of(2), 2)).containsExactly(1, 1);
    assertThat(new Constant(0.5f).values(List.of(), 3)).containsExactly(0.5f);
  }
}
