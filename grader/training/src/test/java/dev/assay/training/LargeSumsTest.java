package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.TensorData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** TensorFlow rewrites sums of tensors that fill its memory, for an executor that is not ours. */
class LargeSumsTest {
  private static final int SIZE = 4096;

  /** 4 x + 6, by way of 64 MiB for each term. */
  private static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> x) {
    List<Operand<TFloat32>> terms =
        Stream.of(0f, 1f, 2f, 3f)
            .<Operand<TFloat32>>map(
                number ->
                    tf.broadcastTo(
                        tf.math.add(x, tf.constant(number)), tf.constant(new int[] {SIZE, SIZE})))
            .toList();
    return tf.math.add(
        tf.zerosLike(x), tf.math.mean(tf.math.addN(terms), tf.constant(new int[] {0, 1})));
  }

  @Test
  void areComputed() {
    TensorData x = TensorData.rows(new float[] {1});
    var model =
        Sequential.of(
                Layer.lambda(LargeSumsTest::sum), Dense.of(1).kernelInitializer(Initializer.ONES))
            .compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR);
    try (KerasModel keras = KerasModel.of(model, x.example(), TrainerOptions.seed(1))) {
      assertThat(keras.predict(x)[0][0]).isEqualTo(10);
    }
  }
}
