package dev.assay.diagnosis;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.CLOTHES;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.diagnosis.Exercise.WEATHER;
import static dev.assay.keras.activations.Activation.GELU;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.RELU6;
import static dev.assay.keras.activations.Activation.SELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.SOFTPLUS;
import static dev.assay.keras.activations.Activation.SWISH;
import static dev.assay.keras.activations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.UnitNorm;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.Orthogonal;
import dev.assay.keras.initializers.RandomNormal;
import dev.assay.keras.layers.Add;
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
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.ELU;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.GlobalAveragePooling1D;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.GlobalMaxPooling1D;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.LeakyReLU;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Multiply;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Permute;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomRotation;
import dev.assay.keras.layers.RandomTranslation;
import dev.assay.keras.layers.RandomZoom;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.layers.SpatialDropout2D;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adadelta;
import dev.assay.keras.optimizers.Adagrad;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.AdamW;
import dev.assay.keras.optimizers.Ftrl;
import dev.assay.keras.optimizers.Nadam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.schedules.CosineDecayRestarts;
import dev.assay.keras.schedules.ExponentialDecay;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.schedules.PolynomialDecay;
import dev.assay.keras.training.FitPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Sound models and plans, of which no rule says anything. */
class HealthyModelsTest {
  private static final Initializer ZEROS = Initializer.ZEROS;

  private static Layer scaled() {
    return Rescaling.by(1.0 / 255);
  }

  private static Reshape channel() {
    return Reshape.to(28, 28, 1);
  }

  private static Dense classes() {
    return Dense.of(10, SOFTMAX);
  }

  private static Named<Supplier<Observations>> named(String name, Supplier<Observations> known) {
    return Named.of(name, known);
  }

  static Stream<Named<Supplier<Observations>>> tables() {
    return Stream.of(
        named("unscaled plants", () -> PLANTS.of(Dense.of(16, RELU), Dense.of(3, SOFTMAX))),
        named("softmax regression", () -> PLANTS.of(Dense.of(3, SOFTMAX))),
        named(
            "logistic regression from zeros",
            () -> TUMOURS.of(Normalization.layer(), Dense.of(1, SIGMOID).kernelInitializer(ZEROS))),
        named(
            "two units for a binary problem",
            () ->
                TUMOURS.of(
                    Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                    Normalization.layer(),
                    Dense.of(16, RELU),
                    Dense.of(2, SOFTMAX))),
        named(
            "logits",
            () ->
                TUMOURS.of(
                    Loss.BINARY_CROSSENTROPY.fromLogits(),
                    Normalization.layer(),
                    Dense.of(16, RELU),
                    Dense.of(1))),
        named(
            "margins",
            () ->
                TUMOURS.of(
                    Loss.HINGE, Normalization.layer(), Dense.of(16, RELU), Dense.of(1, TANH))),
        named(
            "focal",
            () ->
                TUMOURS.of(
                    Loss.BINARY_FOCAL_CROSSENTROPY,
                    Normalization.layer(),
                    Dense.of(16, SWISH),
                    Dense.of(1, SIGMOID))),
        named(
            "batch normalization in place of Normalization",
            () -> TUMOURS.of(BatchNormalization.layer(), Dense.of(16, RELU), Dense.of(1, SIGMOID))),
        named(
            "layer normalization of hidden values",
            () ->
                TUMOURS.of(
                    Normalization.layer(),
                    Dense.of(16),
                    LayerNormalization.layer(),
                    ReLU.layer(),
                    Dense.of(1, SIGMOID))),
        named(
            "three tanh layers",
            () ->
                TUMOURS.of(
                    Normalization.layer(),
                    Dense.of(16, TANH),
                    Dense.of(16, TANH),
                    Dense.of(16, TANH),
                    Dense.of(1, SIGMOID))),
        named(
            "two sigmoid layers",
            () ->
                TUMOURS.of(
                    Normalization.layer(),
                    Dense.of(16, SIGMOID),
                    Dense.of(16, SIGMOID),
                    Dense.of(1, SIGMOID))),
        named(
            "regression",
            () ->
                CARS.of(
                    Normalization.layer(), Dense.of(64, RELU), Dense.of(64, RELU), Dense.of(1))),
        named("linear regression", () -> CARS.of(Normalization.layer(), Dense.of(1))),
        named(
            "regression of positive numbers",
            () -> CARS.of(Normalization.layer(), Dense.of(64, RELU), Dense.of(1, SOFTPLUS))),
        named(
            "regression whose output is scaled",
            () ->
                CARS.of(
                    Normalization.layer(),
                    Dense.of(64, RELU),
                    Dense.of(1),
                    Rescaling.by(7.8).offset(23.5))),
        named("labels", () -> WEATHER.of(Dense.of(16, RELU), Dense.of(3, SIGMOID))),
        named(
            "columns standardized by hand",
            () ->
                CARS.of(
                    Layer.lambda(
                        (tf, x) ->
                            tf.math.div(
                                tf.math.sub(
                                    x,
                                    tf.constant(new float[] {5, 193, 104, 2973, 15, 76, 0, 0, 0})),
                                tf.constant(new float[] {2, 104, 38, 847, 3, 4, 1, 1, 1}))),
                    Dense.of(16, RELU),
                    Dense.of(1))),
        named("wide and deep", HealthyModelsTest::wideAndDeep),
        named("a gate of products", HealthyModelsTest::highway),
        named("bins", HealthyModelsTest::bins),
        named(
            "noise",
            () ->
                TUMOURS.of(
                    Normalization.layer(),
                    GaussianNoise.of(0.1),
                    Dense.of(16, RELU),
                    Dropout.of(0.5),
                    Dense.of(1, SIGMOID))));
  }

  private static Observations bins() {
    Input in = Input.layer();
    Node cylinders =
        Layer.lambda(
                (tf, x) ->
                    tf.slice(x, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, 1})))
            .apply(in);
    Node bins =
        Discretization.at(3, 5, 7).outputMode(CategoryEncoding.OutputMode.ONE_HOT).apply(cylinders);
    Node all = Concatenate.layer().apply(bins, Normalization.layer().apply(in));
    return CARS.of(
        Functional.of(in, Dense.of(1).apply(all))
            .compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR));
  }

  private static Observations wideAndDeep() {
    Input input = Input.layer();
    Node scaled = Normalization.layer().apply(input);
    Node deep = Dense.of(32, RELU).apply(Dense.of(32, RELU).apply(scaled));
    Node output = Dense.of(1).apply(Concatenate.layer().apply(scaled, deep));
    return CARS.of(Functional.of(input, output).compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR));
  }

  private static Observations highway() {
    Input input = Input.layer();
    Node scaled = Normalization.layer().apply(input);
    Node value = Dense.of(16, TANH).apply(scaled);
    Node gate = Dense.of(16, SIGMOID).apply(scaled);
    Node output = Dense.of(1, SIGMOID).apply(Multiply.layer().apply(value, gate));
    return TUMOURS.of(
        Functional.of(input, output).compile(Adam.defaults(), Loss.BINARY_CROSSENTROPY));
  }

  static Stream<Named<Supplier<Observations>>> images() {
    return Stream.of(
        named("dense", () -> DIGITS.of(Flatten.layer(), scaled(), Dense.of(128, RELU), classes())),
        named(
            "division in a lambda",
            () ->
                DIGITS.of(
                    Layer.lambda((tf, x) -> tf.math.div(x, tf.constant(255f))),
                    Flatten.layer(),
                    Dense.of(128, RELU),
                    classes())),
        named(
            "pixels from -1 to 1",
            () ->
                DIGITS.of(
                    Rescaling.by(1 / 127.5).offset(-1),
                    Flatten.layer(),
                    Dense.of(128, RELU),
                    classes())),
        named("softmax regression", () -> DIGITS.of(scaled(), Flatten.layer(), classes())),
        named("convolutions", HealthyModelsTest::convolutions),
        named("LeNet", HealthyModelsTest::leNet),
        named("a learned normalization of pixels", HealthyModelsTest::normalized),
        named("VGG", HealthyModelsTest::vgg),
        named("MobileNet", HealthyModelsTest::mobileNet),
        named(
            "separable",
            () ->
                DIGITS.of(
                    scaled(),
                    channel(),
                    SeparableConv2D.of(32, 3).activation(RELU),
                    MaxPooling2D.layer(),
                    SeparableConv2D.of(64, 3).activation(RELU),
                    GlobalAveragePooling2D.layer(),
                    classes())),
        named("ResNet", HealthyModelsTest::resNet),
        named("squeeze and excite", () -> squeezeAndExcite(32, 8)),
        named("squeeze and excite of few channels", () -> squeezeAndExcite(8, 2)),
        named(
            "all convolutional",
            () ->
                DIGITS.of(
                    scaled(),
                    channel(),
                    Conv2D.of(32, 3, RELU).strides(2, 2),
                    Conv2D.of(64, 3, RELU).strides(2, 2),
                    Conv2D.of(10, 1),
                    GlobalAveragePooling2D.layer(),
                    Softmax.layer())),
        named(
            "patches",
            () ->
                DIGITS.of(
                    scaled(),
                    channel(),
                    Conv2D.of(64, 4).strides(4, 4),
                    LayerNormalization.layer(),
                    Conv2D.of(64, 1, GELU),
                    Flatten.layer(),
                    classes())),
        named(
            "rows as a sequence",
            () ->
                DIGITS.of(
                    scaled(),
                    Conv1D.of(64, 3).activation(RELU),
                    Conv1D.of(64, 3).activation(RELU),
                    GlobalMaxPooling1D.layer(),
                    classes())),
        named(
            "embedded grey levels",
            () ->
                DIGITS.of(
                    Flatten.layer(),
                    Embedding.of(256, 16),
                    GlobalAveragePooling1D.layer(),
                    Dense.of(64, RELU),
                    classes())),
        named("early exit", HealthyModelsTest::earlyExit),
        named("attention", HealthyModelsTest::attention),
        named("spatial attention", HealthyModelsTest::spatialAttention),
        named("Inception", HealthyModelsTest::inception),
        named("residuals before activations", HealthyModelsTest::preActivated),
        named(
            "activations as layers",
            () ->
                DIGITS.of(
                    scaled(),
                    Flatten.layer(),
                    Dense.of(64),
                    ReLU.layer(),
                    Dense.of(64),
                    LeakyReLU.layer(),
                    Dense.of(64),
                    PReLU.layer(),
                    Dense.of(64),
                    ELU.layer(),
                    Dense.of(10),
                    Softmax.layer())),
        named(
            "activations as functions",
            () ->
                DIGITS.of(
                    scaled(),
                    Flatten.layer(),
                    Dense.of(64),
                    Layer.lambda((tf, x) -> tf.math.mul(x, tf.math.sigmoid(x))),
                    Dense.of(64),
                    Layer.lambda((tf, x) -> tf.math.maximum(x, tf.constant(0f))),
                    Dense.of(64),
                    Layer.lambda((tf, x) -> tf.math.square(x)),
                    classes())),
        named(
            "self-normalizing",
            () ->
                DIGITS.of(
                    scaled(),
                    Flatten.layer(),
                    Dense.of(64, SELU).kernelInitializer(Initializer.LECUN_NORMAL),
                    Dense.of(64, SELU).kernelInitializer(Initializer.LECUN_NORMAL),
                    classes())),
        named(
            "small shifts and turns of digits",
            () ->
                DIGITS.of(
                    scaled(),
                    channel(),
                    RandomTranslation.of(0.1, 0.1),
                    RandomRotation.of(0.05),
                    RandomZoom.of(0.1),
                    RandomContrast.of(0.2),
                    Conv2D.of(32, 3, RELU),
                    SpatialDropout2D.of(0.2),
                    Flatten.layer(),
                    classes())),
        named(
            "mirrored clothes",
            () ->
                CLOTHES.of(
                    scaled(),
                    channel(),
                    RandomFlip.of(RandomFlip.Mode.HORIZONTAL),
                    Conv2D.of(32, 3, RELU),
                    Flatten.layer(),
                    classes())),
        named(
            "a mean over small windows first",
            () ->
                DIGITS.of(
                    scaled(),
                    channel(),
                    AveragePooling2D.of(2),
                    Flatten.layer(),
                    Dense.of(64, RELU),
                    classes())));
  }

  private static Observations convolutions() {
    return DIGITS.of(
        scaled(),
        channel(),
        Conv2D.of(32, 3, RELU),
        MaxPooling2D.layer(),
        Conv2D.of(64, 3, RELU),
        MaxPooling2D.layer(),
        Flatten.layer(),
        Dropout.of(0.5),
        classes());
  }

  private static Observations leNet() {
    return DIGITS.of(
        scaled(),
        channel(),
        Conv2D.of(6, 5, TANH).padding(Padding.SAME),
        AveragePooling2D.layer(),
        Conv2D.of(16, 5, TANH),
        AveragePooling2D.layer(),
        Flatten.layer(),
        Dense.of(120, TANH),
        Dense.of(84, TANH),
        classes());
  }

  /** Batch normalization behind the first weights makes up for pixels that nothing scales. */
  private static Observations normalized() {
    return DIGITS.of(
        channel(),
        Conv2D.of(32, 3).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer(),
        Flatten.layer(),
        classes());
  }

  private static Observations vgg() {
    return CLOTHES.of(
        scaled(),
        channel(),
        Conv2D.of(32, 3).padding(Padding.SAME).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer(),
        Conv2D.of(32, 3).padding(Padding.SAME).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer(),
        MaxPooling2D.layer(),
        Conv2D.of(64, 3, RELU).padding(Padding.SAME),
        MaxPooling2D.layer(),
        Conv2D.of(128, 3, RELU).padding(Padding.SAME),
        MaxPooling2D.layer(),
        Flatten.layer(),
        Dense.of(128).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer(),
        Dropout.of(0.5),
        classes());
  }

  private static Observations mobileNet() {
    return CLOTHES.of(
        scaled(),
        channel(),
        Conv2D.of(16, 3).strides(2, 2).padding(Padding.SAME).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer().name("stem"),
        DepthwiseConv2D.of(3).padding(Padding.SAME).useBias(false),
        BatchNormalization.layer(),
        Conv2D.of(32, 1, RELU6),
        DepthwiseConv2D.of(3).padding(Padding.SAME),
        Conv2D.of(32, 1).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer(),
        GlobalAveragePooling2D.layer(),
        classes());
  }

  /** Blocks without an activation at the end, whose sums are linear along the shortcut. */
  private static Observations resNet() {
    Input input = Input.layer();
    Node value =
        Conv2D.of(16, 3, RELU).padding(Padding.SAME).apply(channel().apply(scaled().apply(input)));
    for (int block = 0; block < 2; block++) {
      Node inside = Conv2D.of(16, 3).padding(Padding.SAME).useBias(false).apply(value);
      inside = ReLU.layer().apply(BatchNormalization.layer().apply(inside));
      inside = Conv2D.of(16, 3).padding(Padding.SAME).useBias(false).apply(inside);
      inside = BatchNormalization.layer().apply(inside);
      value = ReLU.layer().apply(Add.layer().apply(value, inside));
    }
    Node shortcut = Conv2D.of(32, 1).strides(2, 2).apply(value);
    Node inside = Conv2D.of(32, 3, RELU).strides(2, 2).padding(Padding.SAME).apply(value);
    inside = Conv2D.of(32, 3).padding(Padding.SAME).apply(inside);
    value = Add.layer().apply(shortcut, inside);
    Node output = classes().apply(GlobalAveragePooling2D.layer().apply(value));
    return CLOTHES.of(
        Functional.of(input, output)
            .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
  }

  private static Observations squeezeAndExcite(int channels, int squeezed) {
    Input input = Input.layer();
    Node maps = Conv2D.of(channels, 3, RELU).apply(channel().apply(scaled().apply(input)));
    Node gate = Dense.of(squeezed, RELU).apply(GlobalAveragePooling2D.layer().apply(maps));
    gate = Reshape.to(1, 1, channels).apply(Dense.of(channels, SIGMOID).apply(gate));
    Node gated = Multiply.layer().apply(maps, gate);
    Node output = classes().apply(Flatten.layer().apply(MaxPooling2D.layer().apply(gated)));
    return DIGITS.of(
        Functional.of(input, output)
            .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
  }

  /** Rows attend to each other; softmax of products, and a product with it. */
  private static Observations attention() {
    Input input = Input.layer();
    Node rows = Conv1D.of(32, 3).activation(RELU).apply(scaled().apply(input));
    Node weights =
        Softmax.layer()
            .apply(Dot.along(2, 2).apply(Dense.of(16).apply(rows), Dense.of(16).apply(rows)));
    Node mixed = Dot.along(2, 1).apply(weights, Dense.of(32).apply(rows));
    Node sum = LayerNormalization.layer().apply(Add.layer().apply(rows, mixed));
    Node output = classes().apply(GlobalAveragePooling1D.layer().apply(sum));
    return digits(input, output);
  }

  private static Observations digits(Input input, Node output) {
    return DIGITS.of(
        Functional.of(input, output)
            .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
  }

  /** A map of one channel that weighs the places. */
  private static Observations spatialAttention() {
    Input input = Input.layer();
    Node maps = Conv2D.of(16, 3, RELU).apply(channel().apply(scaled().apply(input)));
    Node gate = Conv2D.of(1, 7, SIGMOID).padding(Padding.SAME).apply(maps);
    Node gated = Multiply.layer().apply(maps, gate);
    return digits(input, classes().apply(Flatten.layer().apply(MaxPooling2D.layer().apply(gated))));
  }

  private static Observations inception() {
    Input input = Input.layer();
    Node maps = Conv2D.of(16, 3, RELU).apply(channel().apply(scaled().apply(input)));
    Node narrow = Conv2D.of(8, 1, RELU).apply(maps);
    Node wide = Conv2D.of(8, 5, RELU).padding(Padding.SAME).apply(narrow);
    Node pooled =
        Conv2D.of(8, 1, RELU)
            .apply(MaxPooling2D.of(3).strides(1, 1).padding(Padding.SAME).apply(maps));
    Node all = Concatenate.layer().apply(narrow, wide, pooled);
    return digits(input, classes().apply(GlobalAveragePooling2D.layer().apply(all)));
  }

  /** Between the convolutions of two blocks lies a sum alone. */
  private static Observations preActivated() {
    Input input = Input.layer();
    Node value =
        Conv2D.of(16, 3).padding(Padding.SAME).apply(channel().apply(scaled().apply(input)));
    for (int block = 0; block < 2; block++) {
      Node inside = ReLU.layer().apply(BatchNormalization.layer().apply(value));
      inside = Conv2D.of(16, 3).padding(Padding.SAME).apply(inside);
      inside = ReLU.layer().apply(BatchNormalization.layer().apply(inside));
      inside = Conv2D.of(16, 3).padding(Padding.SAME).apply(inside);
      value = Add.layer().apply(value, inside);
    }
    Node last = ReLU.layer().apply(BatchNormalization.layer().apply(value));
    return digits(input, classes().apply(GlobalAveragePooling2D.layer().apply(last)));
  }

  private static Observations earlyExit() {
    Input input = Input.layer();
    Node first = Dense.of(64, RELU).apply(Flatten.layer().apply(scaled().apply(input)));
    Node exit = classes().apply(first);
    Node last = classes().apply(Dense.of(64, RELU).apply(first));
    Head head = Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    return DIGITS.of(Functional.of(input, last, exit).compile(Adam.defaults(), head, head));
  }

  @ParameterizedTest
  @MethodSource({"tables", "images"})
  void nothingIsSaidOfAModelThatIsSound(Supplier<Observations> known) {
    assertThat(Told.codes(known.get())).isEmpty();
  }

  /** LINEAR is none, and SOFTMAX and its kin are for the last layer. */
  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      mode = Mode.EXCLUDE,
      names = {"LINEAR", "SOFTMAX", "LOG_SOFTMAX"})
  void everyActivationCanStandBetweenTwoLayers(Activation activation) {
    assertThat(
            Told.codes(
                TUMOURS.of(
                    Normalization.layer(),
                    Dense.of(32, activation),
                    Dense.of(32, activation),
                    Dense.of(1, SIGMOID))))
        .isEmpty();
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Adam.of(0.01),
        Adam.of(0.0001),
        Adam.defaults().clipNorm(1),
        AdamW.of(0.001),
        Nadam.defaults(),
        RMSprop.of(0.01),
        SGD.of(0.01),
        SGD.of(0.1).momentum(0.9),
        SGD.of(1),
        SGD.of(0.01).clipNorm(1),
        SGD.of(0.1).clipValue(0.5),
        Adagrad.of(0.01),
        Adadelta.of(1),
        Ftrl.of(0.01),
        // 188 steps an epoch, 3,760 in all.
        Adam.of(CosineDecay.of(0.001, 3_760)),
        Adam.of(CosineDecay.of(0, 3_400).warmup(0.001, 360)),
        Adam.of(CosineDecayRestarts.of(0.001, 940)),
        SGD.of(ExponentialDecay.of(0.1, 1_000, 0.5)),
        SGD.of(PolynomialDecay.of(0.1, 3_760)),
        SGD.of(PiecewiseConstantDecay.startingAt(0.1).after(1_880, 0.01).after(2_820, 0.001)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void nothingIsSaidOfAnOptimizerThatIsSound(Optimizer optimizer) {
    assertThat(
            Told.codes(
                DIGITS.of(optimizer, scaled(), Flatten.layer(), Dense.of(64, RELU), classes())))
        .isEmpty();
  }

  static Stream<Named<FitPlan>> plans() {
    return Stream.of(
        Named.of("many epochs of one step", FitPlan.epochs(500).batchSize(341)),
        Named.of("balanced", FitPlan.epochs(20).balancedClassWeights()),
        Named.of("weights by the classes' sizes", weighed(1.7f, 1f)),
        Named.of("a class that counts three times", weighed(3f, 1f)),
        Named.of("single examples", FitPlan.epochs(5).batchSize(1)),
        Named.of(
            "callbacks",
            FitPlan.epochs(50)
                .callbacks(
                    EarlyStopping.on("val_loss").patience(5).restoreBestWeights(true),
                    ModelCheckpoint.best("val_accuracy"),
                    ReduceLROnPlateau.on("val_loss").patience(3))),
        Named.of(
            "patience for two",
            FitPlan.epochs(9).callbacks(EarlyStopping.on("val_loss").patience(2))),
        Named.of(
            "a schedule of epochs",
            FitPlan.epochs(20).callbacks(LearningRateScheduler.of(CosineDecay.of(0.001, 20)))));
  }

  private static FitPlan weighed(float first, float second) {
    return FitPlan.epochs(20).classWeights(Map.of(0, first, 1, second));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void nothingIsSaidOfAPlanThatIsSound(FitPlan plan) {
    Observations known =
        TUMOURS.of(Normalization.layer(), Dense.of(16, RELU), Dense.of(1, SIGMOID));
    assertThat(Told.codes(Known.planned(known, plan))).isEmpty();
  }

  static Stream<Dense> layers() {
    Dense layer = Dense.of(64, RELU);
    return Stream.of(
        layer.kernelInitializer(Initializer.HE_NORMAL),
        layer.kernelInitializer(Initializer.HE_UNIFORM),
        layer.kernelInitializer(Initializer.GLOROT_NORMAL),
        layer.kernelInitializer(Initializer.LECUN_UNIFORM),
        layer.kernelInitializer(Orthogonal.defaults()),
        layer.kernelInitializer(Orthogonal.of(Math.sqrt(2))),
        layer.kernelInitializer(RandomNormal.of(0, 0.05)),
        layer.biasInitializer(Initializer.ONES),
        layer.kernelConstraint(MaxNorm.of(3)),
        layer.kernelConstraint(UnitNorm.defaults()),
        layer.kernelRegularizer(L2.of(1e-4)),
        layer.kernelRegularizer(L2.of(0.01)),
        layer.kernelRegularizer(L1.of(1e-5)),
        layer.activityRegularizer(L2.of(1e-4)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void nothingIsSaidOfOptionsThatAreSound(Dense layer) {
    assertThat(Told.codes(DIGITS.of(scaled(), Flatten.layer(), layer, classes()))).isEmpty();
  }

  private static Model compiled(Layer... layers) {
    return Sequential.of(layers).compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  private static Model normalizing() {
    return compiled(
        scaled(),
        channel(),
        Conv2D.of(16, 3).useBias(false),
        BatchNormalization.layer(),
        ReLU.layer(),
        Flatten.layer(),
        Dropout.of(0.3),
        classes());
  }

  /** Its members are looked at, whose operations have names of their own. */
  @Test
  void nothingIsSaidOfAnEnsembleThatIsSound() {
    FitPlan bagging = FitPlan.epochs(20).ensemble(Ensemble.bagging(3));
    assertThat(Told.codes(DIGITS.of(bagging, normalizing()))).isEmpty();
    Model other = compiled(scaled(), Flatten.layer(), Dense.of(16, RELU), classes());
    FitPlan stacking = FitPlan.epochs(20).ensemble(Ensemble.stacking(3));
    assertThat(Told.codes(DIGITS.of(stacking, Members.of(normalizing(), other)))).isEmpty();
  }

  @Test
  void theMistakesOfAnEnsemblesFirstMemberAreFound() {
    FitPlan bagging = FitPlan.epochs(20).ensemble(Ensemble.bagging(3));
    Observations known =
        DIGITS.of(
            bagging,
            compiled(
                channel(),
                RandomFlip.layer(),
                Flatten.layer(),
                Dense.of(16),
                Dropout.of(0.9),
                classes(),
                Softmax.layer()));
    List<Finding> found = Diagnosis.all(known);
    assertThat(Told.codes(found))
        .containsExactly(
            "DOUBLE_ACTIVATION",
            "INPUT_SCALE",
            "LINEAR_STACK",
            "HEAVY_DROPOUT",
            "AUGMENTED_LABELS");
    assertThat(found)
        .extracting(Finding::message)
        .allSatisfy(message -> assertThat(message).contains("member_1/"));
  }

  @Test
  void theMistakesOfAnyMemberAreFound() {
    Model wrong = compiled(scaled(), Flatten.layer(), Dense.of(16), Dense.of(16, RELU), classes());
    FitPlan stacking = FitPlan.epochs(20).ensemble(Ensemble.stacking(3));
    Finding finding =
        Told.only(DIGITS.of(stacking, Members.of(normalizing(), wrong)), FindingCode.LINEAR_STACK);
    assertThat(finding.message()).startsWith("One of 2 members: ").contains("member_2/dense");
  }

  /** Each row by itself, then each column, as in an MLP-Mixer. */
  @Test
  void rowsThatAreBroughtTogetherLaterNeedNoFlatten() {
    assertThat(
            Told.codes(
                DIGITS.of(
                    scaled(),
                    Dense.of(64, RELU),
                    Permute.of(2, 1),
                    Dense.of(32, RELU),
                    Flatten.layer(),
                    classes())))
        .isEmpty();
    assertThat(
            Told.codes(
                DIGITS.of(
                    scaled(),
                    Dense.of(64, RELU),
                    Conv1D.of(32, 3).activation(RELU),
                    Flatten.layer(),
                    classes())))
        .isEmpty();
  }

  @Test
  void aLittleLabelSmoothingIsSound() {
    Observations known =
        DIGITS.of(
            Sequential.of(scaled(), Flatten.layer(), Dense.of(64, RELU), classes())
                .compile(Adam.defaults(), Loss.CATEGORICAL_CROSSENTROPY.labelSmoothing(0.1)));
    assertThat(Told.codes(Known.planned(known, Exercise.PLAN.withOneHotLabels()))).isEmpty();
  }

  /** Of a data set that could not be loaded, as when files are missing. */
  @Test
  void withoutDataNothingIsSaidEither() {
    assertThat(Told.codes(Known.over(convolutions(), null))).isEmpty();
    assertThat(Told.codes(Known.over(TUMOURS.of(Dense.of(16, RELU), Dense.of(1, SIGMOID)), null)))
        .isEmpty();
  }
}
