package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.TensorData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.op.core.SwitchCond;
import org.tensorflow.types.TFloat32;

/**
 * Numbers below float32's normal range, 2^-126 = 1.2e-38, become zero: with fading moments of an
 * optimizer they would make each step several times longer. Only models with few moments keep them,
 * as they run in the caller's own thread.
 */
class SubnormalNumbersTest {
  private static final TensorData X = TensorData.rows(new float[] {1e-30f}, new float[] {1e-36f});

  /** The rows, which get a thousandth of their size and then a million times as large. */
  private static float[] predict(Optimizer optimizer, int units, Layer... first) {
    List<Layer> layers = new ArrayList<>(List.of(first));
    layers.add(Rescaling.by(1e-3));
    layers.add(Dense.of(units).useBias(false).kernelInitializer(new Constant(1e6f)));
    var model =
        Sequential.of(layers.toArray(Layer[]::new)).compile(optimizer, Loss.MEAN_SQUARED_ERROR);
    try (KerasModel keras = KerasModel.of(model, X.example(), TrainerOptions.seed(1))) {
      float[][] predicted = keras.predict(X);
      return new float[] {predicted[0][0], predicted[1][0]};
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2_001, 50_000})
  void becomeZero(int units) {
    assertThat(predict(Adam.defaults(), units)).containsExactly(1e-27f, 0);
    assertThat(predict(SGD.defaults().momentum(0.9), units)).containsExactly(1e-27f, 0);
  }

  @Test
  void becomeZeroInALargeModelWithoutMoments() {
    assertThat(predict(SGD.defaults(), 100_001)).containsExactly(1e-27f, 0);
  }

  @Test
  void becomeZeroInAModelThatBranchesToo() {
    Layer branch =
        Layer.lambda(
            (tf, x) -> {
              SwitchCond<TFloat32> ways = tf.switchCond(x, tf.constant(true));
              return tf.merge(List.of(ways.outputFalse(), ways.outputTrue())).output();
            });
    assertThat(predict(Adam.defaults(), 1, branch)).containsExactly(1e-27f, 0);
  }

  /** TensorFlow may move an operation that takes long to another thread, so these are short. */
  @Test
  void stayAsTheyAreWhereMomentsAreFew() {
    assertThat(predict(Adam.defaults(), 2_000)[1]).isCloseTo(1e-33f, withPercentage(0.01));
    assertThat(predict(SGD.defaults(), 2_000)[1]).isCloseTo(1e-33f, withPercentage(0.01));
  }
}
