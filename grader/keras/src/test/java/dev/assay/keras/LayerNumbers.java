package dev.assay.keras;

import static dev.assay.keras.LayerNumbersFile.read;
import static java.util.Map.entry;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.activations.Activations;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.ActivityRegularization;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.Average;
import dev.assay.keras.layers.AveragePooling1D;
import dev.assay.keras.layers.AveragePooling2D;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.CategoryEncoding;
import dev.assay.keras.layers.CategoryEncoding.OutputMode;
import dev.assay.keras.layers.Concatenate;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Dot;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.ELU;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.FillMode;
import dev.assay.keras.layers.Filling;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.GlobalAveragePooling1D;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.GlobalMaxPooling1D;
import dev.assay.keras.layers.GlobalMaxPooling2D;
import dev.assay.keras.layers.Interpolation;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.LeakyReLU;
import dev.assay.keras.layers.MaxPooling1D;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Maximum;
import dev.assay.keras.layers.MergeLayer;
import dev.assay.keras.layers.Minimum;
import dev.assay.keras.layers.Multiply;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Permute;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomRotation;
import dev.assay.keras.layers.RandomTranslation;
import dev.assay.keras.layers.RandomZoom;
import dev.assay.keras.layers.Range;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.layers.SpatialDropout2D;
import dev.assay.keras.layers.Subtract;
import dev.assay.keras.layers.UpSampling2D;
import dev.assay.keras.layers.ZeroPadding2D;
import dev.assay.keras.training.TensorData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Layers with the inputs, weights and outputs of layers.txt and layers-training.txt, which
 * src/test/python/layers.py makes.
 */
public final class LayerNumbers {
  private static final Discretization BINS = Discretization.at(-1, -0.25, 0, 0.5);

  private static final Map<String, Layer> LAYERS =
      Map.ofEntries(
          entry("Conv1D", Conv1D.of(3, 3)),
          entry("Conv1D same, strides", Conv1D.of(3, 2).strides(2).padding(Padding.SAME)),
          entry("Conv1D dilated", Conv1D.of(3, 3).dilation(2)),
          entry("Conv1D causal, dilated", Conv1D.of(3, 2).causal(true).dilation(3)),
          entry("Dense relu of rows", Dense.of(2).activation(Activation.RELU)),
          entry("Dense relu of matrices", Dense.of(2).activation(Activation.RELU)),
          entry("Conv2D of images", Conv2D.of(2, 2, 3)),
          entry(
              "Conv2D of images, same, strides",
              Conv2D.of(2, 3, 2).strides(2, 3).padding(Padding.SAME)),
          entry("Conv2D dilated same", Conv2D.of(2, 2, 3).dilation(2, 2).padding(Padding.SAME)),
          entry("Conv2D dilated valid", Conv2D.of(2, 2, 2).dilation(3, 2)),
          entry("Conv2D dilated one way", Conv2D.of(2, 3, 2).dilation(1, 4).padding(Padding.SAME)),
          entry("DepthwiseConv2D", DepthwiseConv2D.of(2, 3)),
          entry(
              "DepthwiseConv2D multiplier, same, strides",
              DepthwiseConv2D.of(3).depthMultiplier(2).strides(2, 2).padding(Padding.SAME)),
          entry(
              "DepthwiseConv2D dilated same",
              DepthwiseConv2D.of(2).depthMultiplier(2).dilation(2, 2).padding(Padding.SAME)),
          entry("DepthwiseConv2D dilated valid", DepthwiseConv2D.of(2, 3).dilation(3, 2)),
          entry("SeparableConv2D", SeparableConv2D.of(3, 3, 2)),
          entry(
              "SeparableConv2D multiplier, dilated",
              SeparableConv2D.of(3, 2).depthMultiplier(2).dilation(2, 3)),
          entry(
              "SeparableConv2D same, strides",
              SeparableConv2D.of(3, 2).strides(2, 2).padding(Padding.SAME)),
          entry("MaxPooling1D", MaxPooling1D.layer()),
          entry("MaxPooling1D same", MaxPooling1D.of(3).strides(1).padding(Padding.SAME)),
          entry("MaxPooling2D of images", MaxPooling2D.layer()),
          entry(
              "MaxPooling2D same, strides",
              MaxPooling2D.of(3, 2).strides(2, 1).padding(Padding.SAME)),
          entry("GlobalMaxPooling1D", GlobalMaxPooling1D.layer()),
          entry("GlobalMaxPooling1D kept", GlobalMaxPooling1D.layer().keepDims(true)),
          entry("GlobalMaxPooling2D", GlobalMaxPooling2D.layer()),
          entry("GlobalMaxPooling2D kept", GlobalMaxPooling2D.layer().keepDims(true)),
          entry("AveragePooling1D", AveragePooling1D.layer()),
          entry("AveragePooling1D same", AveragePooling1D.of(3).strides(1).padding(Padding.SAME)),
          entry("AveragePooling2D of images", AveragePooling2D.layer()),
          entry(
              "AveragePooling2D same, strides",
              AveragePooling2D.of(3, 2).strides(2, 1).padding(Padding.SAME)),
          entry("GlobalAveragePooling1D", GlobalAveragePooling1D.layer()),
          entry("GlobalAveragePooling1D kept", GlobalAveragePooling1D.layer().keepDims(true)),
          entry("GlobalAveragePooling2D", GlobalAveragePooling2D.layer()),
          entry("GlobalAveragePooling2D kept", GlobalAveragePooling2D.layer().keepDims(true)),
          entry("Permute", Permute.of(2, 1)),
          entry("Permute of three", Permute.of(3, 1, 2)),
          entry("ZeroPadding2D", ZeroPadding2D.layer()),
          entry("ZeroPadding2D uneven", new ZeroPadding2D(0, 2, 3, 1)),
          entry("UpSampling2D", UpSampling2D.layer()),
          entry("UpSampling2D oblong", UpSampling2D.of(1, 3)),
          entry(
              "UpSampling2D bilinear", UpSampling2D.of(2, 3).interpolation(Interpolation.BILINEAR)),
          entry("BatchNormalization of rows", BatchNormalization.layer()),
          entry("BatchNormalization of images", BatchNormalization.layer()),
          entry(
              "BatchNormalization bare",
              BatchNormalization.layer().center(false).scale(false).epsilon(0.1)),
          entry("BatchNormalization of rows of images", BatchNormalization.layer().axis(1)),
          entry("BatchNormalization of steps", BatchNormalization.layer().axis(-2)),
          entry("LayerNormalization of rows", LayerNormalization.layer()),
          entry("LayerNormalization of sequences", LayerNormalization.layer()),
          entry(
              "LayerNormalization bare",
              LayerNormalization.layer().center(false).scale(false).epsilon(0.1)),
          entry("LayerNormalization of rows of images", LayerNormalization.layer().axis(1)),
          entry(
              "LayerNormalization of columns and channels", LayerNormalization.layer().axis(-1, 2)),
          entry("LayerNormalization of rows and channels", LayerNormalization.layer().axis(1, 3)),
          entry("LeakyReLU", LeakyReLU.layer()),
          entry("PReLU", PReLU.layer()),
          entry("PReLU shared", PReLU.layer().sharedAxes(1, 2)),
          entry("ReLU", ReLU.layer()),
          entry("ReLU leaky", ReLU.layer().negativeSlope(0.5).maxValue(0.8)),
          entry(
              "ReLU from a threshold",
              ReLU.layer().negativeSlope(0.25).maxValue(0.9).threshold(0.22)),
          entry("ELU of", ELU.of(0.7)),
          entry("Softmax", Softmax.layer()),
          entry("Softmax over columns", Softmax.over(2)),
          entry("ActivityRegularization", ActivityRegularization.of(0.1, 0.2)),
          entry("Discretization", BINS),
          entry("Discretization one-hot", BINS.outputMode(OutputMode.ONE_HOT)),
          entry("Discretization multi-hot", BINS.outputMode(OutputMode.MULTI_HOT)),
          entry("Discretization count", BINS.outputMode(OutputMode.COUNT)),
          entry("Discretization measured", Discretization.bins(3)),
          entry("CategoryEncoding", CategoryEncoding.of(4)),
          entry("CategoryEncoding count", CategoryEncoding.of(4).outputMode(OutputMode.COUNT)),
          entry("CategoryEncoding of matrices", CategoryEncoding.of(4)),
          entry("CategoryEncoding one-hot of matrices", CategoryEncoding.oneHot(4)),
          entry("CategoryEncoding one-hot of columns", CategoryEncoding.oneHot(4)),
          entry("CategoryEncoding one-hot", CategoryEncoding.oneHot(4)),
          entry("CategoryEncoding one-hot of one", CategoryEncoding.oneHot(4)),
          entry("Embedding", Embedding.of(4, 3)),
          entry("Multiply", merging(Multiply.layer(), 3)),
          entry("Average", merging(Average.layer(), 3)),
          entry("Maximum", merging(Maximum.layer(), 3)),
          entry("Minimum", merging(Minimum.layer(), 3)),
          entry("Subtract", merging(Subtract.layer(), 2)),
          entry("Add broadcast", withMeans(Add.layer())),
          entry("Subtract broadcast", withMeans(Subtract.layer())),
          entry("Multiply broadcast", withMeans(Multiply.layer())),
          entry("Average broadcast", withMeans(Average.layer())),
          entry("Maximum broadcast", withMeans(Maximum.layer())),
          entry("Minimum broadcast", withMeans(Minimum.layer())),
          entry("Concatenate rows", withThreefold(Concatenate.along(1))),
          entry("Concatenate channels", withThreefold(Concatenate.layer())),
          entry("Dot of rows", merging(Dot.along(-1), (tf, x) -> tf.math.sin(x))),
          entry("Dot of images", withTurned(Dot.along(-1, 1))),
          entry("Dot normalized", withTurned(Dot.along(2).normalize(true))),
          entry("relu of", ActivationLayer.of(Activations.relu(0.1, 2.5, 0.75))),
          entry("leaky_relu of", ActivationLayer.of(Activations.leakyRelu(0.05))),
          entry("elu of", ActivationLayer.of(Activations.elu(2))),
          entry("celu of", ActivationLayer.of(Activations.celu(2))),
          entry("gelu approximate", ActivationLayer.of(Activations.gelu(true))),
          entry("soft_shrink of", ActivationLayer.of(Activations.softShrink(1.25))),
          entry("hard_shrink of", ActivationLayer.of(Activations.hardShrink(1.25))),
          entry("squareplus of", ActivationLayer.of(Activations.squareplus(0.5))),
          entry("threshold of", ActivationLayer.of(Activations.threshold(0.75, -3))),
          entry("softmax of", ActivationLayer.of(Activations.softmax(1))),
          entry("log_softmax of", ActivationLayer.of(Activations.logSoftmax(-2))),
          entry("glu of", ActivationLayer.of(Activations.glu(1))),
          entry("sin", ActivationLayer.of((tf, x) -> tf.math.sin(x))));

  private static final Range ONE_AND_A_HALF = new Range(1.5f, 1.5f);

  /** Where a range is a single number, so is what is drawn from it. */
  private static final Map<String, Layer> TRAINING =
      Map.ofEntries(
          entry("RandomTranslation", translation(0.3, -0.4)),
          entry(
              "RandomTranslation constant",
              translation(-0.3, 0.1).fillMode(FillMode.CONSTANT).fillValue(0.75)),
          entry("RandomTranslation wrapped", translation(0.7, -0.6).fillMode(FillMode.WRAP)),
          entry(
              "RandomTranslation nearest",
              translation(0.34, -0.6)
                  .fillMode(FillMode.NEAREST)
                  .interpolation(Interpolation.NEAREST)),
          entry("RandomZoom out", new RandomZoom(only(0.4), null, Filling.defaults())),
          entry(
              "RandomZoom in and out",
              new RandomZoom(only(-0.3), only(0.9), Filling.defaults()).fillMode(FillMode.NEAREST)),
          entry("RandomRotation", new RandomRotation(only(0.1), Filling.defaults())),
          entry(
              "RandomRotation by a right angle",
              new RandomRotation(only(0.25), Filling.defaults())),
          entry(
              "RandomContrast",
              new RandomContrast(ONE_AND_A_HALF, new Range(0, 255)).valueRange(-1.2, 1.25)),
          entry("BatchNormalization of rows", BatchNormalization.layer()),
          entry("BatchNormalization of images", BatchNormalization.layer()),
          entry(
              "BatchNormalization bare",
              BatchNormalization.layer().center(false).scale(false).epsilon(0.1)),
          entry("BatchNormalization of rows of images", BatchNormalization.layer().axis(1)),
          entry("BatchNormalization of steps", BatchNormalization.layer().axis(-2)),
          entry("Dropout of nothing", Dropout.of(0)));

  private LayerNumbers() {}

  private static Range only(double value) {
    return Range.of(value, value);
  }

  private static RandomTranslation translation(double height, double width) {
    return new RandomTranslation(only(height), only(width), Filling.defaults());
  }

  /** The layer on x, 1 - x and, of three, 3 x. */
  private static Layer merging(MergeLayer layer, int inputs) {
    return (context, x) -> {
      List<Operand<TFloat32>> all = new ArrayList<>();
      all.add(x);
      all.add(context.tf().math.sub(context.tf().constant(1f), x));
      if (inputs == 3) {
        all.add(context.tf().math.mul(context.tf().constant(3f), x));
      }
      return context.call(layer, all);
    };
  }

  /** The layer on x and what is made of it. */
  private static Layer merging(
      MergeLayer layer, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> second) {
    return (context, x) -> context.call(layer, List.of(x, second.apply(context.tf(), x)));
  }

  /** The means over the rows have an axis less than the images. */
  private static Layer withMeans(MergeLayer layer) {
    return merging(layer, (tf, x) -> tf.math.mean(x, tf.constant(1)));
  }

  private static Layer withThreefold(MergeLayer layer) {
    return merging(layer, (tf, x) -> tf.math.mul(tf.constant(3f), x));
  }

  /** The sines of the images, rows and channels swapped. */
  private static Layer withTurned(MergeLayer layer) {
    return merging(
        layer, (tf, x) -> tf.linalg.transpose(tf.math.sin(x), tf.constant(new int[] {0, 3, 2, 1})));
  }

  /** Every layer and activation. */
  public static Stream<LayerCase> all() {
    Map<String, Layer> layers = new LinkedHashMap<>(LAYERS);
    for (Activation activation : Activation.values()) {
      layers.put(activation.name(), ActivationLayer.of(activation));
    }
    return read("layers.txt", layers);
  }

  /** What the training graph makes of its input. */
  public static Stream<LayerCase> training() {
    return read("layers-training.txt", new LinkedHashMap<>(TRAINING));
  }

  /** Layers whose output in training nobody can foretell. */
  public static Stream<LayerCase> random() {
    double[] values = new Random(1).doubles(2 * 3 * 4 * 2).toArray();
    TensorData images = Fixtures.floats(List.of(2, 3, 4, 2), values);
    return Stream.of(
            Dropout.of(0.5),
            SpatialDropout2D.of(0.5),
            GaussianNoise.of(0.5),
            RandomFlip.layer(),
            RandomTranslation.of(0.2, 0.3),
            RandomZoom.of(0.2, 0.3).fillMode(FillMode.CONSTANT),
            RandomRotation.of(0.2).fillMode(FillMode.WRAP),
            RandomContrast.of(0.3))
        .map(
            (Layer layer) ->
                LayerCase.expect(layer.type(), layer, images, Map.of(), List.of(3, 4, 2), values));
  }
}
