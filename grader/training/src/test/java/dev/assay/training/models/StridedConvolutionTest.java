package dev.assay.training.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TensorData;
import dev.assay.training.KerasModel;
import dev.assay.training.TrainerOptions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trains windows of one pixel with strides, whose gradient in TensorFlow ends the process. */
class StridedConvolutionTest {
  private static final int EXAMPLES = 64;

  static Stream<List<Layer>> layers() {
    return Stream.of(
        List.of(
            Reshape.to(28, 28, 1),
            Conv2D.of(12, 3).padding(Padding.SAME),
            Conv2D.of(24, 1).strides(2, 2).activation(Activation.RELU)),
        List.of(
            Reshape.to(28, 28, 1),
            Conv2D.of(8, 3).padding(Padding.SAME),
            Conv2D.of(24, 1).strides(1, 2).padding(Padding.SAME)),
        List.of(Reshape.to(28, 28), Conv1D.of(24, 1).strides(2)));
  }

  private static TensorData random(int columns, int least, int most) {
    Random random = new Random(1);
    float[][] rows = new float[EXAMPLES][columns];
    for (float[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = most == 1 ? random.nextFloat() : random.nextInt(least, most);
      }
    }
    return TensorData.rows(rows);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theyLearn(List<Layer> first) {
    Layer[] layers =
        Stream.concat(
                first.stream(),
                Stream.of(Flatten.layer(), Dense.of(10).activation(Activation.SOFTMAX)))
            .toArray(Layer[]::new);
    TensorData images = random(784, 0, 1);
    try (KerasModel model =
        KerasModel.of(
            Sequential.of(layers).compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY),
            images.example(),
            TrainerOptions.seed(1))) {
      var losses = model.fit(images, random(1, 0, 10), FitPlan.epochs(3).batchSize(16)).get("loss");
      assertThat(losses.get(2)).isLessThan(losses.get(0));
    }
  }
}
