package dev.assay.keras.parity;

import static dev.assay.keras.parity.Words.around;
import static dev.assay.keras.parity.Words.end;
import static dev.assay.keras.parity.Words.filling;
import static dev.assay.keras.parity.Words.free;
import static dev.assay.keras.parity.Words.image;
import static dev.assay.keras.parity.Words.keepDims;
import static dev.assay.keras.parity.Words.kernel;
import static dev.assay.keras.parity.Words.name;
import static dev.assay.keras.parity.Words.padding;
import static dev.assay.keras.parity.Words.scaleAndShift;
import static dev.assay.keras.parity.Words.sequence;
import static dev.assay.keras.parity.Words.size;
import static dev.assay.keras.parity.Words.steps;

import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.Average;
import dev.assay.keras.layers.AveragePooling1D;
import dev.assay.keras.layers.AveragePooling2D;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.CategoryEncoding;
import dev.assay.keras.layers.Concatenate;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Dot;
import dev.assay.keras.layers.ELU;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.GlobalAveragePooling1D;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.GlobalMaxPooling1D;
import dev.assay.keras.layers.GlobalMaxPooling2D;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.LeakyReLU;
import dev.assay.keras.layers.MaxPooling1D;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Maximum;
import dev.assay.keras.layers.Minimum;
import dev.assay.keras.layers.Multiply;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomRotation;
import dev.assay.keras.layers.RandomTranslation;
import dev.assay.keras.layers.RandomZoom;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.layers.Subtract;
import dev.assay.keras.layers.UpSampling2D;
import dev.assay.keras.layers.ZeroPadding2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keras 3's defaults of layers beside ours. */
final class LayerParity {
  private static final String KERNEL =
      "use_bias=True, kernel glorot_uniform, bias zeros, no regularizer, no constraint";

  private static final String SCALE_AND_SHIFT =
      "center true, scale true, gamma ones, beta zeros, no regularizer, no constraint";

  private LayerParity() {}

  static List<Parity> rows() {
    return Stream.of(
            convolutions(),
            poolings(),
            shapes(),
            normalizations(),
            encodings(),
            noises(),
            images(),
            merges(),
            PartParity.rows())
        .flatMap(List::stream)
        .toList();
  }

  private static Parity layer(String name, String keras, String ours, String remark) {
    return new Parity("Layers", name, keras, ours, remark);
  }

  private static Parity layer(String name, String keras, String ours) {
    return Parity.compared("Layers", name, keras, ours);
  }

  private static List<Parity> convolutions() {
    Conv1D conv1d = Conv1D.of(1, 3);
    Conv2D conv2d = Conv2D.of(1, 3);
    DepthwiseConv2D depthwise = DepthwiseConv2D.of(3);
    SeparableConv2D separable = SeparableConv2D.of(1, 3);
    Dense dense = Dense.of(1);
    return List.of(
        layer(
            "Dense",
            "linear, activity None, " + KERNEL,
            "%s, %s".formatted(end(dense), kernel(dense.weights()))),
        layer(
            "Conv1D",
            "strides 1, valid, dilation 1, linear, activity None, " + KERNEL,
            String.format(
                Locale.ROOT,
                "strides %d, %s, dilation %d, %s, %s",
                conv1d.window().strides().width(),
                padding(conv1d.window()),
                conv1d.dilation().width(),
                end(conv1d),
                kernel(conv1d.weights()))),
        layer(
            "Conv2D",
            "strides 1x1, valid, dilation 1x1, linear, activity None, " + KERNEL,
            "%s, dilation %s, %s, %s"
                .formatted(
                    steps(conv2d.window()),
                    size(conv2d.dilation()),
                    end(conv2d),
                    kernel(conv2d.weights()))),
        layer(
            "DepthwiseConv2D",
            "strides 1x1, valid, dilation 1x1, depth_multiplier 1, linear, activity None, "
                + KERNEL,
            String.format(
                Locale.ROOT,
                "%s, dilation %s, depth_multiplier %d, %s, %s",
                steps(depthwise.window()),
                size(depthwise.dilation()),
                depthwise.depthMultiplier(),
                end(depthwise),
                kernel(depthwise.weights()))),
        layer(
            "SeparableConv2D",
            "strides 1x1, valid, dilation 1x1, depth_multiplier 1, linear, activity None, depthwise"
                + " glorot_uniform, "
                + KERNEL,
            String.format(
                Locale.ROOT,
                "%s, dilation %s, depth_multiplier %d, %s, depthwise %s, %s",
                steps(separable.window()),
                size(separable.dilation()),
                separable.depthMultiplier(),
                end(separable),
                name(separable.depthwise().initializer()),
                kernel(separable.pointwise()))));
  }

  private static List<Parity> poolings() {
    String one = "window 2, strides 2, valid";
    String two = "window 2x2, strides 2x2, valid";
    return List.of(
        layer("MaxPooling1D", one, sequence(MaxPooling1D.layer().window())),
        layer("AveragePooling1D", one, sequence(AveragePooling1D.layer().window())),
        layer("MaxPooling2D", two, image(MaxPooling2D.layer().window())),
        layer("AveragePooling2D", two, image(AveragePooling2D.layer().window())),
        layer(
            "GlobalMaxPooling1D", keepDims(false), keepDims(GlobalMaxPooling1D.layer().keepDims())),
        layer(
            "GlobalMaxPooling2D", keepDims(false), keepDims(GlobalMaxPooling2D.layer().keepDims())),
        layer(
            "GlobalAveragePooling1D",
            keepDims(false),
            keepDims(GlobalAveragePooling1D.layer().keepDims()),
            "equal; there are no masks"),
        layer(
            "GlobalAveragePooling2D",
            keepDims(false),
            keepDims(GlobalAveragePooling2D.layer().keepDims())));
  }

  private static List<Parity> shapes() {
    ZeroPadding2D padding = ZeroPadding2D.layer();
    UpSampling2D up = UpSampling2D.layer();
    return List.of(
        layer("Flatten", "", ""),
        layer("Reshape", "target_shape given", "target given", "equal"),
        layer("Permute", "dims given, from 1", "dims given, from 1"),
        layer(
            "ZeroPadding2D",
            "padding 1 1 1 1",
            String.format(
                Locale.ROOT,
                "padding %d %d %d %d",
                padding.top(),
                padding.bottom(),
                padding.left(),
                padding.right())),
        layer(
            "UpSampling2D",
            "size 2x2, nearest",
            "size %s, %s".formatted(size(up.size()), name(up.interpolation())),
            "equal; no bicubic, no lanczos"));
  }

  private static List<Parity> normalizations() {
    BatchNormalization batch = BatchNormalization.layer();
    LayerNormalization layer = LayerNormalization.layer();
    return List.of(
        layer(
            "BatchNormalization",
            "axis -1, momentum 0.99, epsilon 0.001, " + SCALE_AND_SHIFT,
            "axis %s, momentum %s, epsilon %s, %s"
                .formatted(
                    batch.axis(),
                    batch.momentum(),
                    batch.epsilon(),
                    scaleAndShift(batch.weights())),
            "equal; moving averages always begin with 0 and 1; applied twice in a model it moves"
                + " them twice, one batch after the other"),
        layer(
            "LayerNormalization",
            "axis -1, epsilon 0.001, " + SCALE_AND_SHIFT,
            "axis %s, epsilon %s, %s"
                .formatted(layer.axis().get(0), layer.epsilon(), scaleAndShift(layer.weights()))),
        layer(
            "Normalization",
            "axis -1, adapt() is called",
            "axis -1, adapted by the trainer",
            "differs: a feature is divided by its deviation, however small, and a constant one only"
                + " centred, where Keras divides by 1e-7 at least"),
        layer("Rescaling", "offset 0.0", "offset " + Rescaling.by(1).offset()));
  }

  private static List<Parity> encodings() {
    Embedding embedding = Embedding.of(1, 1);
    return List.of(
        layer(
            "Discretization",
            "output_mode int, epsilon 0.01",
            "output_mode %s, epsilon 0.01"
                .formatted(Discretization.bins(2).outputMode() == null ? "int" : "encoded"),
            "equal to Keras 3.15; num_bins is adapted by the trainer; values stay float32"),
        layer(
            "CategoryEncoding",
            "output_mode multi_hot",
            "output_mode " + name(CategoryEncoding.of(1).outputMode()),
            "equal; numbers beyond num_tokens give zeros, where Keras stops"),
        layer(
            "Embedding",
            "embeddings uniform in ±0.05, no regularizer, no constraint",
            "embeddings uniform in ±%s, %s"
                .formatted(
                    embedding.embeddings().initializer() instanceof RandomUniform uniform
                        ? uniform.maxval()
                        : "?",
                    free(embedding.embeddings())),
            "equal; there are no masks"));
  }

  private static List<Parity> noises() {
    PReLU prelu = PReLU.layer();
    ReLU relu = ReLU.layer();
    return List.of(
        layer("Dropout", "rate given", "rate given"),
        layer("SpatialDropout2D", "rate given", "rate given"),
        layer("GaussianNoise", "stddev given, in [0, 1]", "stddev given, in [0, 1]"),
        layer(
            "LeakyReLU",
            "negative_slope 0.3",
            "negative_slope " + LeakyReLU.layer().negativeSlope()),
        layer(
            "PReLU",
            "alpha zeros, no regularizer, no constraint, shared_axes []",
            "alpha %s, %s, shared_axes %s"
                .formatted(
                    name(prelu.alpha().initializer()), free(prelu.alpha()), prelu.sharedAxes())),
        layer(
            "ReLU",
            "max_value None, negative_slope 0.0, threshold 0.0",
            "max_value %s, negative_slope %s, threshold %s"
                .formatted(
                    Float.isInfinite(relu.maxValue()) ? "None" : relu.maxValue(),
                    relu.negativeSlope(),
                    relu.threshold())),
        layer("ELU", "alpha 1.0", "alpha " + ELU.layer().alpha()),
        layer("Softmax", "axis -1", "axis " + Softmax.layer().axis()),
        layer(
            "ActivityRegularization",
            "l1 0.0, l2 0.0",
            "l1 and l2 given",
            "both must be given; divided by the batch's size, see activity_regularizer"),
        layer("Activation", "activation given", "activation given"));
  }

  private static List<Parity> images() {
    String borders = ", reflect, bilinear, fill_value 0.0";
    RandomContrast contrast = RandomContrast.of(0.25);
    return List.of(
        layer(
            "RandomFlip",
            "mode horizontal_and_vertical",
            "mode " + name(RandomFlip.layer().mode())),
        layer(
            "RandomTranslation",
            "0.25 is ±0.25" + borders,
            "0.25 is %s%s"
                .formatted(
                    around(RandomTranslation.of(0.25, 0.25).height()),
                    filling(RandomTranslation.of(0.25, 0.25).filling())),
            "equal, but that wrap interpolates across the border"),
        layer(
            "RandomZoom",
            "0.25 is ±0.25, width as height" + borders,
            "0.25 is %s, width %s%s"
                .formatted(
                    around(RandomZoom.of(0.25).height()),
                    RandomZoom.of(0.25).width() == null ? "as height" : "on its own",
                    filling(RandomZoom.of(0.25).filling())),
            "equal, but that wrap interpolates across the border"),
        layer(
            "RandomRotation",
            "0.25 is ±0.25" + borders,
            "0.25 is %s%s"
                .formatted(
                    around(RandomRotation.of(0.25).factor()),
                    filling(RandomRotation.of(0.25).filling())),
            "equal, but that wrap interpolates across the border"),
        layer(
            "RandomContrast",
            "0.25 is 0.75 to 1.25, value_range 0.0 to 255.0",
            "0.25 is %s to %s, value_range %s to %s"
                .formatted(
                    contrast.factor().lower(),
                    contrast.factor().upper(),
                    contrast.valueRange().lower(),
                    contrast.valueRange().upper())));
  }

  private static List<Parity> merges() {
    return Stream.of(
            Add.layer(),
            Subtract.layer(),
            Multiply.layer(),
            Average.layer(),
            Maximum.layer(),
            Minimum.layer())
        .map(merge -> layer(merge.type(), "", ""))
        .collect(
            () ->
                new ArrayList<>(
                    List.of(
                        layer("Concatenate", "axis -1", "axis " + Concatenate.layer().axis()),
                        layer(
                            "Dot",
                            "axes given, normalize false",
                            "axes given, normalize " + Dot.along(1).normalize()))),
            List::add,
            List::addAll);
  }
}
