package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.initializers.Identity;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.Orthogonal;
import dev.assay.keras.initializers.RandomNormal;
import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.initializers.TruncatedNormal;
import dev.assay.keras.initializers.VarianceScaling;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Initial values: bounds, mean and spread by Keras's formulas; matrices exactly. */
class InitializerFamilyTest {
  /** A convolution's kernel: fan in 5·5·40 = 1000, fan out 5·5·24 = 600. */
  private static final List<Integer> KERNEL = List.of(5, 5, 40, 24);

  /** The standard deviation of a unit normal that is cut at ±2. */
  private static final double CUT = 0.87962566;

  private record Case(String name, Initializer initializer, double deviation, double bound) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case uniform(String name, Initializer initializer, double bound) {
    return new Case(name, initializer, bound / Math.sqrt(3), bound);
  }

  private static Case truncated(String name, Initializer initializer, double variance) {
    double deviation = Math.sqrt(variance);
    return new Case(name, initializer, deviation, 2 * deviation / CUT);
  }

  static Stream<Case> random() {
    return Stream.of(
        uniform("GLOROT_UNIFORM", Initializer.GLOROT_UNIFORM, Math.sqrt(6.0 / 1600)),
        truncated("GLOROT_NORMAL", Initializer.GLOROT_NORMAL, 2.0 / 1600),
        uniform("HE_UNIFORM", Initializer.HE_UNIFORM, Math.sqrt(6.0 / 1000)),
        truncated("HE_NORMAL", Initializer.HE_NORMAL, 2.0 / 1000),
        uniform("LECUN_UNIFORM", Initializer.LECUN_UNIFORM, Math.sqrt(3.0 / 1000)),
        truncated("LECUN_NORMAL", Initializer.LECUN_NORMAL, 1.0 / 1000),
        truncated("VarianceScaling", VarianceScaling.defaults(), 1.0 / 1000),
        new Case(
            "VarianceScaling normal",
            new VarianceScaling(
                3, VarianceScaling.Mode.FAN_OUT, VarianceScaling.Distribution.NORMAL),
            Math.sqrt(3.0 / 600),
            6 * Math.sqrt(3.0 / 600)),
        uniform("RandomUniform", RandomUniform.defaults(), 0.05),
        new Case("RandomNormal", RandomNormal.defaults(), 0.05, 0.3),
        new Case("TruncatedNormal", TruncatedNormal.defaults(), 0.05 * CUT, 0.1));
  }

  @ParameterizedTest
  @MethodSource("random")
  void randomValuesHaveTheirSpread(Case initializer) {
    float[] values = initializer.initializer().values(KERNEL, 3);
    double mean = 0;
    double squares = 0;
    double largest = 0;
    for (float value : values) {
      mean += (double) value / values.length;
      squares += (double) value * value / values.length;
      largest = Math.max(largest, Math.abs(value));
    }

    double deviation = initializer.deviation();
    assertThat(mean).isCloseTo(0, Offset.offset(4 * deviation / Math.sqrt(values.length)));
    assertThat(Math.sqrt(squares)).isCloseTo(deviation, Offset.offset(0.02 * deviation));
    assertThat(largest).isLessThanOrEqualTo(initializer.bound() * (1 + 1e-6));
    assertThat(largest).isGreaterThan(0.6 * initializer.bound());
    assertThat(initializer.initializer().values(KERNEL, 3)).containsExactly(values);
    assertThat(initializer.initializer().values(KERNEL, 4)).isNotEqualTo(values);
  }

  @Test
  void meansAndBoundsAreMoved() {
    float[] values = RandomUniform.of(2, 3).values(List.of(1000), 1);
    double sum = 0;
    for (float value : RandomNormal.of(5, 0.1).values(List.of(1000), 1)) {
      sum += value;
    }

    for (float value : values) {
      assertThat(value).isBetween(2f, 3f);
    }
    assertThat(sum / 1000).isCloseTo(5, Offset.offset(0.0127)); // four standard deviations
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void orthogonalMatricesHaveOrthogonalColumnsOrRows(List<Integer> shape) {
    float[] values = new Orthogonal(2).values(shape, 9);
    int columns = shape.get(shape.size() - 1);
    int rows = values.length / columns;
    boolean wide = rows < columns;
    for (int a = 0; a < Math.min(rows, columns); a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          dot +=
              wide
                  ? (double) values[a * columns + i] * values[b * columns + i]
                  : (double) values[i * columns + a] * values[i * columns + b];
        }
        assertThat(dot).isCloseTo(a == b ? 4 : 0, Offset.offset(1e-6));
      }
    }
  }

  static Stream<List<Integer>> shapes() {
    return Stream.of(List.of(8, 8), List.of(20, 7), List.of(4, 30), List.of(3, 3, 2, 8));
  }

  @Test
  void identityIsADiagonal() {
    assertThat(Identity.defaults().values(List.of(2, 3), 1)).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(new Identity(2).values(List.of(3, 2), 1)).containsExactly(2, 0, 0, 2, 0, 0);
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> RandomUniform.of(1, 0))
        .hasMessage(
            "RandomUniform: minval must not be above maxval. Received: minval=1.0, maxval=0.0");
    assertThatThrownBy(() -> RandomNormal.of(0, -1))
        .hasMessage("RandomNormal: stddev must be at least 0. Received: stddev=-1.0");
    assertThatThrownBy(() -> TruncatedNormal.of(Double.NaN, 1))
        .hasMessage("TruncatedNormal: mean must be finite. Received: mean=NaN");
    assertThatThrownBy(() -> Identity.defaults().values(List.of(2), 1))
        .hasMessage("Identity: only a matrix can be an identity. Received: shape [2]");
    assertThatThrownBy(() -> Orthogonal.defaults().values(List.of(2), 1))
        .hasMessage("Orthogonal: the weight needs at least two axes. Received: shape [2]");
  }
}
