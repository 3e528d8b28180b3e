package dev.assay.keras.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.SGD;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.op.core.SwitchCond;
import org.tensorflow.types.TFloat32;

/**
 * Numbers below float32's normal range, 2^-126 = 1.2e-38, become zero: with fading moments of an
 * optimizer they would make each step several times longer.
 */
class SubnormalNumbersTest {
  private static final TensorData X = TensorData.rows(new float[] {1e-36f, 1e-30f, 3e-37f, 2e-38f});

  private static float[] predict(Layer... layers) {
    var model = Sequential.of(layers).compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR);
    try (KerasModel keras = KerasModel.of(model, X.example(), TrainerOptions.seed(1))) {
      return keras.predict(X)[0];
    }
  }

  @Test
  void becomeZero() {
    assertThat(predict(Rescaling.by(1e-3))).containsExactly(0, 1e-33f, 0, 0);
  }

  @Test
  void becomeZeroInAModelThatBranchesToo() {
    Layer branch =
        Layer.lambda(
            (tf, x) -> {
              SwitchCond<TFloat32> ways = tf.switchCond(x, tf.constant(true));
              return tf.merge(List.of(ways.outputFalse(), ways.outputTrue())).output();
            });
    assertThat(predict(branch, Rescaling.by(1e-3))).containsExactly(0, 1e-33f, 0, 0);
  }
}
