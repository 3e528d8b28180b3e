package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.AveragePooling1D;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.CategoryEncoding;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.GlobalMaxPooling2D;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.Permute;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomZoom;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.layers.SpatialDropout2D;
import dev.assay.keras.layers.Subtract;
import dev.assay.keras.layers.UpSampling2D;
import dev.assay.keras.layers.ZeroPadding2D;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L1L2;
import dev.assay.keras.training.TensorData;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a student reads who gave a layer a wrong argument or input. */
class LayerErrorsTest {
  private static final TensorData ROWS = Fixtures.floats(List.of(1, 4), 1, 2, 3, 4);
  private static final TensorData SEQUENCES = Fixtures.floats(List.of(1, 2, 2), 1, 2, 3, 4);
  private static final TensorData IMAGES = Fixtures.floats(List.of(1, 2, 2, 1), 1, 2, 3, 4);

  private static Arguments argument(Supplier<Object> made, String message) {
    return Arguments.of(made, message);
  }

  private static Arguments input(TensorData input, Layer layer, String message) {
    return argument(() -> Fixtures.graph(input, layer), message);
  }

  static Stream<Arguments> arguments() {
    return Stream.of(
        argument(
            () -> Conv1D.of(0, 3),
            "Conv1D: filters must be a positive integer. Received: filters=0"),
        argument(
            () -> Conv2D.of(1, 3).dilation(0, 1),
            "Conv2D: dilation height must be a positive integer. Received: dilation height=0"),
        argument(
            () -> Conv2D.of(1, 3).strides(2, 2).dilation(2, 2),
            "Conv2D: strides and dilation cannot both be above 1. Received: strides 2x2, dilation 2x2"),
        argument(
            () -> DepthwiseConv2D.of(3).strides(1, 2),
            "DepthwiseConv2D: the strides must be the same in both directions. Received: 1x2"),
        argument(
            () -> SeparableConv2D.of(1, 3).depthMultiplier(0),
            "SeparableConv2D: depthMultiplier must be a positive integer. Received: depthMultiplier=0"),
        argument(
            () -> SpatialDropout2D.of(1),
            "SpatialDropout2D: rate must be in [0, 1). Received: 1.0"),
        argument(
            () -> GaussianNoise.of(1.5),
            "GaussianNoise: stddev must be in [0.0, 1.0]. Received: 1.5"),
        argument(
            () -> BatchNormalization.layer().momentum(2),
            "BatchNormalization: momentum must be in [0.0, 1.0]. Received: 2.0"),
        argument(
            () -> BatchNormalization.layer().epsilon(-1),
            "BatchNormalization: epsilon must be at least 0. Received: epsilon=-1.0"),
        argument(
            () -> Permute.of(1, 3),
            "Permute: dims must name each axis from 1 on once. Received: [1, 3]"),
        argument(
            () -> ZeroPadding2D.of(-1),
            "ZeroPadding2D: padding must be at least 0. Received: padding=-1.0"),
        argument(
            () -> Discretization.at(1, 1),
            "Discretization: boundaries must increase. Received: [1.0, 1.0]"),
        argument(
            () -> Embedding.of(10, 0),
            "Embedding: outputDim must be a positive integer. Received: outputDim=0"),
        argument(
            () -> RandomZoom.of(2),
            "RandomZoom: height must be in [-1.0, 1.0], the lower bound first. Received: -2.0 to 2.0"),
        argument(
            () -> RandomContrast.of(0.1).valueRange(1, 0),
            "RandomContrast: valueRange must be in [-3.4028235E38, 3.4028235E38], the lower bound first. Received: 1.0 to 0.0"),
        argument(() -> L1.of(-1), "L1: factor must be at least 0. Received: -1.0"),
        argument(() -> L1L2.of(0, -1), "L1L2: l2 must be at least 0. Received: -1.0"));
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        input(
            ROWS,
            Conv1D.of(1, 2),
            "Conv1D needs an input of rank 3, (batch, steps, channels). Received: shape (None, 4). For sequences without a channel axis put Reshape.to(steps, 1) before it."),
        input(
            SEQUENCES,
            GlobalMaxPooling2D.layer(),
            "GlobalMaxPooling2D needs an input of rank 4, (batch, height, width, channels). Received: shape (None, 2, 2). For images without a channel axis put Reshape.to(height, width, 1) before it."),
        input(
            ROWS,
            RandomFlip.layer(),
            "RandomFlip needs an input of rank 4, (batch, height, width, channels). Received: shape (None, 4). Change the layer before it, or add Flatten or Reshape."),
        input(
            IMAGES,
            Conv2D.of(1, 2).dilation(2, 2),
            "Conv2D: a window of 3x3 does not fit into an input of shape (None, 2, 2, 1). Use Padding.SAME, a smaller window or fewer poolings."),
        input(
            SEQUENCES,
            AveragePooling1D.of(3),
            "AveragePooling1D: a window of 3 steps does not fit into an input of shape (None, 2, 2). Use Padding.SAME, a smaller window or fewer poolings."),
        input(
            IMAGES,
            Permute.of(2, 1),
            "Permute: dims [2, 1] need an input of rank 3, with the batch. Received: shape (None, 2, 2, 1)"),
        input(
            ROWS,
            PReLU.layer().sharedAxes(2),
            "PReLU: the input of shape (None, 4) has no axis 2 to share. Use 1 to 1."),
        input(
            IMAGES,
            CategoryEncoding.of(3),
            "CategoryEncoding needs an input of rank 2, (batch, n). Received: shape (None, 2, 2, 1). Change the layer before it, or add Flatten or Reshape."),
        input(
            ROWS,
            UpSampling2D.layer(),
            "UpSampling2D needs an input of rank 4, (batch, height, width, channels). Received: shape (None, 4). Change the layer before it, or add Flatten or Reshape."),
        input(
            IMAGES,
            (context, x) -> context.call(Subtract.layer(), List.of(x, x, x)),
            "Subtract needs two inputs. Received: 3"),
        input(
            IMAGES,
            (context, x) -> context.call(Add.layer(), List.of(x, context.call(Flatten.layer(), x))),
            "Add needs inputs of the same shape. Received: (None, 2, 2, 1) and (None, 4)"));
  }

  @ParameterizedTest
  @MethodSource({"arguments", "inputs"})
  void theMessageNamesWhatCame(Supplier<Object> made, String message) {
    assertThatThrownBy(made::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
