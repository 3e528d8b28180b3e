package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.activations.Activations;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.MinMaxNorm;
import dev.assay.keras.constraints.NonNeg;
import dev.assay.keras.constraints.UnitNorm;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Concatenate;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.ELU;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.Permute;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.RandomZoom;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.layers.SpatialDropout2D;
import dev.assay.keras.layers.WeightOptions;
import dev.assay.keras.layers.ZeroPadding2D;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L1L2;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a student reads who gave a layer, or what belongs to one, a wrong argument. */
class LayerArgumentsTest {
  private static Arguments argument(Supplier<Object> made, String message) {
    return Arguments.of(made, message);
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
            () -> BatchNormalization.layer().axis(0),
            "BatchNormalization: axis must not be 0, the batch's. Received: axis=0"),
        argument(
            () -> LayerNormalization.layer().axis(1, 0),
            "LayerNormalization: axis must not be 0, the batch's. Received: axis=0"),
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
            () -> RandomZoom.of(Double.NaN),
            "RandomZoom: height must be in [-1.0, 1.0], the lower bound first. Received: NaN to NaN"),
        argument(
            () -> Rescaling.by(0),
            "Rescaling: scale must not be 0, which makes all inputs equal. Received: scale=0.0. In Java 1 / 255 is 0: write 1.0 / 255."),
        argument(
            () -> RandomContrast.of(0.1).valueRange(1, 0),
            "RandomContrast: valueRange must be in [-3.4028235E38, 3.4028235E38], the lower bound first. Received: 1.0 to 0.0"),
        argument(
            () -> ReLU.layer().maxValue(0),
            "ReLU: maxValue must be positive. Received: maxValue=0.0"),
        argument(() -> ELU.of(-1), "ELU: alpha must be at least 0. Received: alpha=-1.0"),
        argument(
            () -> Softmax.over(0), "Softmax: axis must not be 0, the batch's. Received: axis=0"),
        argument(
            () -> Concatenate.along(0),
            "Concatenate: axis must not be 0, the batch's. Received: axis=0"),
        argument(
            () -> Reshape.to(-1, 2, -1),
            "Reshape: at most one dimension can be -1. Received: [-1, 2, -1]"),
        argument(
            () -> Discretization.bins(1),
            "Discretization: numBins must be at least 2, and one more than given boundaries. Received: numBins=1, boundaries=[]"),
        argument(
            () -> Activations.leakyRelu(-1),
            "leakyRelu: negativeSlope must be at least 0. Received: -1.0"),
        argument(() -> Activations.celu(0), "celu: alpha must be positive. Received: 0.0"),
        argument(
            () -> Activations.softmax(0),
            "softmax: axis must not be 0, the batch's. Received: axis=0"),
        argument(() -> MaxNorm.of(0), "MaxNorm: maxValue must be positive. Received: 0.0"),
        argument(
            () -> UnitNorm.defaults().axis(1, 1),
            "UnitNorm: axis must name at least one axis, each once. Received: [1, 1]"),
        argument(
            () -> MinMaxNorm.of(2, 1),
            "MinMaxNorm: minValue must be in [0, maxValue]. Received: minValue=2.0, maxValue=1.0"),
        argument(
            () -> MinMaxNorm.defaults().rate(Double.NaN),
            "MinMaxNorm: rate must be in [0, 1]. Received: NaN"),
        argument(
            () -> WeightOptions.notTrained(Initializer.ZEROS).constraint(NonNeg.always()),
            "WeightOptions: a constraint holds a weight that is trained. Received: NonNeg[], trainable=false"),
        argument(() -> L1.of(-1), "L1: factor must be at least 0. Received: -1.0"),
        argument(() -> L1L2.of(0, -1), "L1L2: l2 must be at least 0. Received: -1.0"));
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void theMessageNamesWhatCame(Supplier<Object> made, String message) {
    assertThatThrownBy(made::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
