package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Summary;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The models of the courses that our users take, with parameter counts known from them. */
class CourseModelsTest {
  private static final TensorSpec IMAGE = new TensorSpec(ElementType.UINT8, List.of(28, 28));

  private static Manifest trace(TensorSpec input, Sequential model) {
    return ModelGraph.trace(
            model.compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY), input, 1)
        .manifest();
  }

  static Sequential cnn() {
    return Sequential.of(
        Reshape.to(28, 28, 1),
        Conv2D.of(32, 3).activation(Activation.RELU),
        MaxPooling2D.layer(),
        Conv2D.of(64, 3).activation(Activation.RELU),
        MaxPooling2D.layer(),
        Conv2D.of(64, 3).activation(Activation.RELU),
        Flatten.layer(),
        Dense.of(64).activation(Activation.RELU),
        Dense.of(10).activation(Activation.SOFTMAX));
  }

  @Test
  void theConvolutionalNetworkHas93322Parameters() {
    Manifest manifest = trace(IMAGE, cnn());

    assertThat(manifest.parameters()).isEqualTo(93_322);
    assertThat(manifest.trainableParameters()).isEqualTo(93_322);
    assertThat(manifest.output().shape()).containsExactly(10);
  }

  @Test
  void itsSummaryIsTheTableThatKerasPrints() {
    assertThat(Summary.of(trace(IMAGE, cnn())))
        .containsExactly(
            "┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓",
            "┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃",
            "┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩",
            "│ reshape (Reshape)               │ (None, 28, 28, 1)      │             0 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ conv2d (Conv2D)                 │ (None, 26, 26, 32)     │           320 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ max_pooling2d (MaxPooling2D)    │ (None, 13, 13, 32)     │             0 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ conv2d_1 (Conv2D)               │ (None, 11, 11, 64)     │        18,496 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ max_pooling2d_1 (MaxPooling2D)  │ (None, 5, 5, 64)       │             0 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ conv2d_2 (Conv2D)               │ (None, 3, 3, 64)       │        36,928 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ flatten (Flatten)               │ (None, 576)            │             0 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ dense (Dense)                   │ (None, 64)             │        36,928 │",
            "├─────────────────────────────────┼────────────────────────┼───────────────┤",
            "│ dense_1 (Dense)                 │ (None, 10)             │           650 │",
            "└─────────────────────────────────┴────────────────────────┴───────────────┘",
            " Total params: 93,322 (364.54 KB)",
            " Trainable params: 93,322 (364.54 KB)",
            " Non-trainable params: 0 (0.00 B)");
  }

  @Test
  void itsConvolutionalPartHas55744Parameters() {
    Sequential part =
        Sequential.of(
            Reshape.to(28, 28, 1),
            Conv2D.of(32, 3, Activation.RELU),
            MaxPooling2D.layer(),
            Conv2D.of(64, 3, Activation.RELU),
            MaxPooling2D.layer(),
            Conv2D.of(64, 3, Activation.RELU));

    Manifest manifest = trace(IMAGE, part);

    assertThat(manifest.parameters()).isEqualTo(55_744);
    assertThat(manifest.output().shape()).containsExactly(3, 3, 64);
  }

  @Test
  void theDeepNetworkOfDenseLayersHas1501770Parameters() {
    Sequential model =
        Sequential.of(
            Flatten.layer(),
            Dense.of(1024, Activation.RELU),
            Dense.of(512, Activation.RELU),
            Dense.of(256, Activation.RELU),
            Dense.of(128, Activation.RELU),
            Dense.of(64, Activation.RELU),
            Dense.of(10, Activation.SOFTMAX));

    assertThat(trace(IMAGE, model).parameters()).isEqualTo(1_501_770);
  }

  @Test
  void smallNetworksHaveTheirKnownCounts() {
    assertThat(
            trace(IMAGE, Sequential.of(Flatten.layer(), Dense.of(100), Dense.of(10))).parameters())
        .isEqualTo(784 * 100 + 100 + 100 * 10 + 10);
    assertThat(
            trace(
                    new TensorSpec(ElementType.FLOAT32, List.of(8)),
                    Sequential.of(Dense.of(30), Dense.of(1)))
                .parameters())
        .isEqualTo(8 * 30 + 30 + 30 + 1);
    assertThat(
            trace(
                    new TensorSpec(ElementType.FLOAT32, List.of(25)),
                    Sequential.of(Dense.of(15), Dense.of(1)))
                .parameters())
        .isEqualTo(25 * 15 + 15 + 15 + 1);
  }

  /** As keras.applications.MobileNet: 4,253,864 with 21,888 that are not trained. */
  @Test
  void mobileNetHasItsKnownCounts() {
    int[][] blocks = {
      {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
      {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
    };
    List<Layer> layers = new ArrayList<>();
    add(layers, Conv2D.of(32, 3).strides(2, 2).padding(Padding.SAME).useBias(false));
    for (int[] block : blocks) {
      int stride = block[1];
      add(
          layers,
          DepthwiseConv2D.of(3).strides(stride, stride).padding(Padding.SAME).useBias(false));
      add(layers, Conv2D.of(block[0], 1).useBias(false));
    }
    layers.add(GlobalAveragePooling2D.layer());
    layers.add(Dense.of(1000).activation(Activation.SOFTMAX));

    Manifest manifest =
        trace(
            new TensorSpec(ElementType.FLOAT32, List.of(32, 32, 3)),
            Sequential.of(layers.toArray(Layer[]::new)));

    assertThat(manifest.parameters()).isEqualTo(4_253_864);
    assertThat(manifest.trainableParameters()).isEqualTo(4_253_864 - 21_888);
  }

  private static void add(List<Layer> layers, Layer convolution) {
    layers.add(convolution);
    layers.add(BatchNormalization.layer());
    layers.add(ActivationLayer.of(Activation.RELU6));
  }

  @Test
  void otherLayersHaveTheCountsOfTheirFormulas() {
    assertThat(parameters(List.of(100, 8), Conv1D.of(32, 5))).isEqualTo(1_312);
    assertThat(parameters(List.of(9, 9, 32), SeparableConv2D.of(64, 3))).isEqualTo(2_400);
    assertThat(parameters(List.of(10), Embedding.of(1000, 64))).isEqualTo(64_000);
    assertThat(parameters(List.of(64), LayerNormalization.layer())).isEqualTo(128);
    assertThat(parameters(List.of(28, 28, 32), PReLU.layer())).isEqualTo(25_088);
    assertThat(parameters(List.of(28, 28, 32), PReLU.layer().sharedAxes(1, 2))).isEqualTo(32);
  }

  private static long parameters(List<Integer> shape, Layer layer) {
    return trace(new TensorSpec(ElementType.FLOAT32, shape), Sequential.of(layer)).parameters();
  }
}
