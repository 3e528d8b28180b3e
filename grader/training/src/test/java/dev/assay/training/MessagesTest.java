package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.Fixtures;
import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.VarianceScaling;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.BinaryAccuracy;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A wrong argument is an error at once, which names the argument, the rule and what came. */
class MessagesTest {
  private static final TensorData IMAGE = floats(List.of(1, 3, 3), Fixtures.upTo(9));
  private static final TensorData ROW = floats(List.of(1, 2), 1, 2);

  private static Arguments refuses(ThrowingCallable call, String... message) {
    return Arguments.of(String.join(" ... ", message), call, message);
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        refuses(() -> Dense.of(0), "Dense: units must be a positive integer. Received: units=0"),
        refuses(() -> Conv2D.of(-1, 3), "Conv2D: filters must be", "filters=-1"),
        refuses(() -> Conv2D.of(1, 3, 0), "Conv2D: kernel width must be", "kernel width=0"),
        refuses(() -> Conv2D.of(1, 3).strides(0, 1), "strides height must be", "=0"),
        refuses(() -> MaxPooling2D.of(0), "MaxPooling2D: window height must be", "=0"),
        refuses(() -> MaxPooling2D.of(2).strides(2, -2), "strides width must be", "=-2"),
        refuses(() -> Dropout.of(1), "Dropout: rate must be in [0, 1). Received: 1.0"),
        refuses(() -> Dropout.of(-0.5), "rate must be in [0, 1). Received: -0.5"),
        refuses(() -> Dropout.of(Double.NaN), "rate must be in [0, 1). Received: NaN"),
        refuses(() -> Rescaling.by(1.0 / 0), "scale and offset must be finite", "scale=Infinity"),
        refuses(() -> Reshape.to(2, 0), "Reshape: dimension must be", "dimension=0"));
  }

  static Stream<Arguments> optimizersAndTheLike() {
    return Stream.of(
        refuses(() -> Adam.withLearningRate(0), "learningRate must be positive. Received: 0.0"),
        refuses(() -> Adam.withLearningRate(Double.NaN), "learningRate", "NaN"),
        refuses(() -> Adam.defaults().betas(1, 0.9), "Adam: beta1 must be in [0, 1)", "1.0"),
        refuses(() -> Adam.defaults().betas(0.9, -1), "Adam: beta2 must be in [0, 1)", "-1.0"),
        refuses(() -> Adam.defaults().epsilon(0), "Adam: epsilon must be positive", "0.0"),
        refuses(() -> SGD.withLearningRate(1.0 / 0), "learningRate must be positive", "Infinity"),
        refuses(() -> SGD.defaults().momentum(1), "SGD: momentum must be in [0, 1)", "1.0"),
        refuses(
            () -> SGD.defaults().momentum(1.2), "SGD: momentum must be in [0, 1). Received: 1.2"),
        refuses(() -> SGD.defaults().clipNorm(-1), "clipNorm must be positive. Received: -1.0"),
        refuses(() -> L2.of(-0.1), "L2: factor must be at least 0. Received: -0.1"),
        refuses(() -> new Constant(Float.NaN), "Constant: value must be finite. Received: NaN"),
        refuses(
            () ->
                new VarianceScaling(
                    0, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM),
            "VarianceScaling: scale must be positive. Received: 0.0"));
  }

  static Stream<Arguments> plansAndData() {
    EarlyStopping stopping = EarlyStopping.on("val_loss");
    return Stream.of(
        refuses(
            () -> stopping.patience(-1),
            "patience, minDelta and startFromEpoch must be",
            "patience=-1"),
        refuses(
            () -> stopping.minDelta(Double.NaN),
            "patience, minDelta and startFromEpoch must be",
            "NaN"),
        refuses(() -> CSVLogger.to("../log.csv"), "CSVLogger: filename must be", "../log.csv"),
        refuses(() -> CSVLogger.to("logs/a.csv"), "a plain name", "logs/a.csv"),
        refuses(() -> CSVLogger.to("C:\\a.csv"), "a plain name", "C:\\a.csv"),
        refuses(() -> CSVLogger.to(".."), "a plain name", "Received: .."),
        refuses(() -> CSVLogger.to(".hidden"), "a plain name", ".hidden"),
        refuses(() -> CSVLogger.to(""), "a plain name"),
        refuses(() -> CSVLogger.to("a\n.csv"), "a plain name"),
        refuses(() -> CSVLogger.to("a\u0000.csv"), "a plain name"),
        refuses(() -> CSVLogger.to("a".repeat(101)), "a plain name"),
        refuses(() -> CSVLogger.to("a.csv").separator("ab"), "CSVLogger: separator must be", "ab"),
        refuses(() -> CSVLogger.to("a.csv").separator("1"), "separator must be", "Received: 1"),
        refuses(() -> FitPlan.epochs(0), "epochs and batchSize must be positive", "epochs=0"),
        refuses(() -> FitPlan.epochs(1).batchSize(-8), "must be positive", "batchSize=-8"),
        refuses(
            () -> FitPlan.epochs(1).callbacks(stopping, stopping.patience(3)),
            "at most one callback of each kind",
            "patience=3"),
        refuses(
            () -> TensorData.rows(new float[0][]),
            "TensorData.rows: there must be at least one row. Received: none"),
        refuses(() -> floats(List.of(2, 2), 1, 2, 3), "FLOAT32 of shape [2, 2]", "12 bytes"),
        refuses(() -> new Labelled(ROW, classes(1, 2)), "same, positive number", "1 and 2"),
        refuses(() -> new Labelled(floats(List.of(0, 2)), classes()), "0 and 0"));
  }

  static Stream<Arguments> models() {
    Layer twice = Dense.of(1);
    return Stream.of(
        refuses(Sequential::of, "Sequential needs at least one layer"),
        refuses(() -> Sequential.of(twice, twice), "layer 1 (Dense) is the same object"),
        refuses(
            trace(IMAGE, Conv2D.of(1, 2)),
            "Conv2D needs an input of rank 4, (batch, height, width, channels). Received: shape"
                + " (None, 3, 3). For images without a channel axis put Reshape.to(height, width,"
                + " 1) before it."),
        refuses(
            trace(ROW, MaxPooling2D.layer()), "rank 4", "shape (None, 2)", "Flatten or Reshape"),
        refuses(
            trace(IMAGE, Reshape.to(3, 3, 1), Conv2D.of(1, 5)),
            "Conv2D: a window of 5x5 does not fit into an input of shape (None, 3, 3, 1)"),
        refuses(
            trace(IMAGE, Reshape.to(2, 4)), "(None, 3, 3) (9 values)", "into [2, 4] (8 values)"),
        refuses(
            trace(targets(1, 2), Dense.of(1)), "Dense needs an input (batch, ..., n)", "(None)"),
        refuses(trace(targets(1, 2), Normalization.layer()), "known last dimension"),
        refuses(
            () -> Head.of(Loss.HUBER, thresholds(33)),
            "Head: an output has at most 32 metrics. Received: 33"),
        refuses(trace(ROW, unknownShape(), Dense.of(1)), "Dense needs an input", "(unknown)"),
        refuses(trace(ROW, unknownShape(), Flatten.layer()), "Flatten needs", "(unknown)"),
        refuses(trace(ROW, unknownShape(), Normalization.layer()), "known last dimension"));
  }

  private static Metric[] thresholds(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new BinaryAccuracy(0.01f * i))
        .toArray(Metric[]::new);
  }

  static Stream<Arguments> customLayers() {
    return Stream.of(
        refuses(trace(ROW, MessagesTest::returnsNull), "Layer layer returned null"),
        refuses(trace(ROW, Layer.lambda((tf, x) -> null)), "Layer.lambda returned null"),
        refuses(
            trace(ROW, (context, x) -> bias(context, bias(context, x))),
            "Weight layer/bias was added twice"),
        refuses(
            trace(ROW, (context, x) -> context.training() ? bias(context, x) : x),
            "Weight layer/bias",
            "only for training"),
        refuses(
            trace(ROW, (context, x) -> context.training() ? x : bias(context, x)),
            "Weight layer/bias",
            "only for serving"),
        refuses(
            trace(ROW, MessagesTest::unusedWeight, Dense.of(1)),
            "Weight layer/bias is trainable, but the model's output does not depend on it."),
        refuses(
            trace(ROW, Dense.of(2), Layer.lambda((tf, x) -> tf.math.floor(x))),
            "The model cannot be trained"),
        refuses(
            trace(ROW, Dense.of(2), Layer.lambda((tf, x) -> tf.math.igamma(x, x))),
            "The model cannot be trained: TensorFlow has no gradient for Igamma. Replace it"),
        refuses(
            () -> Trainings.predict(Fixtures.graph(ROW, Dense.of(1)), Map.of(), ROW),
            "weight dense/kernel needs 2 values. Received: none"),
        refuses(
            () ->
                Trainings.predict(
                    Fixtures.graph(ROW, Dense.of(1)),
                    Map.of("dense/kernel", new float[3], "dense/bias", new float[1]),
                    ROW),
            "weight dense/kernel needs 2 values. Received: 3"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"layers", "optimizersAndTheLike", "plansAndData", "models", "customLayers"})
  void whatIsWrongIsSaid(String name, ThrowingCallable call, String[] message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(message);
  }

  private static ThrowingCallable trace(TensorData features, Layer... layers) {
    return () -> Fixtures.graph(features, layers);
  }

  private static Layer unknownShape() {
    return Layer.lambda((tf, x) -> tf.placeholderWithDefault(x, Shape.unknown()));
  }

  @SuppressWarnings("NullAway") // what a candidate's layer may do
  private static Operand<TFloat32> returnsNull(LayerContext context, Operand<TFloat32> x) {
    return null;
  }

  private static Operand<TFloat32> bias(LayerContext context, Operand<TFloat32> x) {
    return context
        .tf()
        .math
        .add(x, context.addWeight("bias", Shape.of(2), Initializer.ZEROS, true, null));
  }

  private static Operand<TFloat32> unusedWeight(LayerContext context, Operand<TFloat32> x) {
    context.addWeight("bias", Shape.of(2), Initializer.ZEROS, true, null);
    return x;
  }
}
