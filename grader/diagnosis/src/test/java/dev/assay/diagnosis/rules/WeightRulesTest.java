package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Diagnosis;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.MinMaxNorm;
import dev.assay.keras.constraints.NonNeg;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.RandomNormal;
import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.keras.optimizers.Adam;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Weights that cannot learn, or begin badly. */
class WeightRulesTest {
  private static Observations tumours(Layer... hidden) {
    Layer[] layers = new Layer[hidden.length + 2];
    layers[0] = Normalization.layer();
    System.arraycopy(hidden, 0, layers, 1, hidden.length);
    layers[hidden.length + 1] = Dense.of(1, SIGMOID);
    return TUMOURS.of(layers);
  }

  @Test
  void noGradientPassesWhatStopsIt() {
    Finding finding =
        Told.only(
            tumours(Dense.of(16, RELU), Layer.lambda((tf, x) -> tf.stopGradient(x))),
            FindingCode.NO_GRADIENT);
    assertThat(finding.arguments())
        .containsEntry("weight", "dense/kernel")
        .containsEntry("weights", 2L)
        .containsEntry("operation", "StopGradient");
    assertThat(finding.advice()).isEqualTo("Remove stopGradient.");
  }

  /** What TensorFlow cannot differentiate at all is refused when the model is traced. */
  @Test
  void noGradientPassesWhatIsFlatEverywhere() {
    Finding finding =
        Told.only(
            tumours(Dense.of(16), Layer.lambda((tf, x) -> tf.math.sign(x))),
            FindingCode.NO_GRADIENT);
    assertThat(finding.arguments()).containsEntry("operation", "Sign");
    assertThat(finding.advice()).contains("Sign, or use a smooth function in its place");
    finding =
        Told.only(
            tumours(
                Dense.of(16),
                Layer.lambda(
                    (tf, x) ->
                        tf.dtypes.cast(tf.math.greater(x, tf.constant(0f)), TFloat32.class))),
            FindingCode.NO_GRADIENT);
    assertThat(finding.arguments()).containsEntry("operation", "Greater");
  }

  @Test
  void aComparisonThatSelectsLetsTheGradientOfWhatItSelectsPass() {
    Layer leaky =
        Layer.lambda(
            (tf, x) ->
                tf.select(
                    tf.math.greater(x, tf.constant(0f)), x, tf.math.mul(x, tf.constant(0.1f))));
    assertThat(Told.codes(tumours(Dense.of(16), leaky))).isEmpty();
    Layer rounded = Layer.lambda((tf, x) -> tf.math.add(x, tf.stopGradient(tf.math.round(x))));
    assertThat(Told.codes(tumours(Dense.of(16, RELU), rounded))).isEmpty();
  }

  @Test
  void hiddenUnitsThatBeginAlikeStayAlike() {
    Finding finding =
        Told.only(
            tumours(Dense.of(16, RELU).kernelInitializer(Initializer.ZEROS)),
            FindingCode.CONSTANT_WEIGHTS);
    assertThat(finding.arguments())
        .containsEntry("weight", "dense/kernel")
        .containsEntry("layer", "dense");
    assertThat(finding.message()).contains("begin as 0");
    Told.only(
        TUMOURS.of(
            Normalization.layer(),
            Dense.of(16, TANH).kernelInitializer(Constant.of(0.1)),
            Dense.of(1, SIGMOID).kernelInitializer(Initializer.ONES)),
        FindingCode.CONSTANT_WEIGHTS);
  }

  /** Gradients differ where the weights behind do; zeros get one where no relu holds it up. */
  @Test
  void unitsThatBeginAlikeDifferSoonWhereTheNextWeightsDiffer() {
    for (Layer hidden :
        List.of(
            Dense.of(16, RELU).kernelInitializer(Constant.of(0.1)),
            Dense.of(16, TANH).kernelInitializer(Initializer.ZEROS),
            Dense.of(16, RELU)
                .kernelInitializer(Initializer.ZEROS)
                .biasInitializer(Constant.of(0.1)))) {
      Observations observed = tumours(hidden);
      assertThat(Told.codes(observed)).isEmpty();
      Finding finding =
          Told.among(Diagnosis.all(Known.failed(observed)), FindingCode.CONSTANT_WEIGHTS);
      assertThat(finding.message()).contains("identical at first");
    }
  }

  @Test
  void theLastLayerMayBeginWithZeros() {
    assertThat(
            Told.codes(
                TUMOURS.of(
                    Normalization.layer(),
                    Dense.of(16, RELU),
                    Dense.of(1, SIGMOID).kernelInitializer(Initializer.ZEROS))))
        .isEmpty();
  }

  @Test
  void weightsThatAreDrawnTooWideBlowValuesUp() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1.0 / 255),
                Flatten.layer(),
                Dense.of(64, RELU).kernelInitializer(RandomNormal.of(0, 1)),
                Dense.of(10, SOFTMAX)),
            FindingCode.WIDE_WEIGHTS);
    assertThat(finding.arguments())
        .containsEntry("weight", "dense/kernel")
        .containsEntry("layer", "dense")
        .containsEntry("inputs", 784L);
    assertThat(Told.number(finding, "growth")).isBetween(27.0, 29.0);
    assertThat(Told.number(finding, "spread")).isBetween(0.98, 1.02);
  }

  /** Of 30 inputs the limit is a deviation of 0.91. */
  @Test
  void fiveTimesIsWide() {
    assertThat(Told.codes(tumours(Dense.of(64, RELU).kernelInitializer(RandomNormal.of(0, 0.85)))))
        .isEmpty();
    assertThat(Told.codes(tumours(Dense.of(64, RELU).kernelInitializer(RandomNormal.of(0, 0.97)))))
        .containsExactly("WIDE_WEIGHTS");
    assertThat(Told.codes(tumours(Dense.of(64, RELU).kernelInitializer(RandomUniform.of(-2, 2)))))
        .containsExactly("WIDE_WEIGHTS");
  }

  @Test
  void aWindowsInputsAreItsPixels() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1.0 / 255),
                Reshape.to(28, 28, 1),
                Conv2D.of(32, 3, RELU).kernelInitializer(RandomNormal.of(0, 3)),
                Flatten.layer(),
                Dense.of(10, SOFTMAX)),
            FindingCode.WIDE_WEIGHTS);
    assertThat(finding.arguments()).containsEntry("layer", "conv2d").containsEntry("inputs", 9L);
  }

  /** Of 576 values of 64 channels it sums up nine at a time. */
  @Test
  void aDepthwiseWindowSumsUpOneChannel() {
    assertThat(Told.codes(depthwise(0.5))).isEmpty();
    assertThat(Told.only(depthwise(2), FindingCode.WIDE_WEIGHTS).arguments())
        .containsEntry("layer", "depthwise_conv2d")
        .containsEntry("inputs", 9L);
  }

  private static Observations depthwise(double deviation) {
    return DIGITS.of(
        Rescaling.by(1.0 / 255),
        Reshape.to(28, 28, 1),
        Conv2D.of(64, 3, RELU),
        DepthwiseConv2D.of(3).depthwiseInitializer(RandomNormal.of(0, deviation)),
        Conv2D.of(64, 1, RELU),
        Flatten.layer(),
        Dense.of(10, SOFTMAX));
  }

  @Test
  void theLastWeightsOfAResidualBlockMayBeginWithZeros() {
    Input input = Input.layer();
    Node value = Dense.of(16, RELU).apply(Normalization.layer().apply(input));
    Node inside =
        Dense.of(16).kernelInitializer(Initializer.ZEROS).apply(Dense.of(16, RELU).apply(value));
    Node sum = ReLU.layer().apply(Add.layer().apply(value, inside));
    Node output = Dense.of(1, SIGMOID).apply(sum);
    assertThat(
            Told.codes(
                TUMOURS.of(
                    Functional.of(input, output)
                        .compile(Adam.defaults(), Loss.BINARY_CROSSENTROPY))))
        .isEmpty();
  }

  @Test
  void aConstraintBelowOneHalfIsTight() {
    Finding finding =
        Told.only(
            tumours(Dense.of(16, RELU).kernelConstraint(MaxNorm.of(0.01))),
            FindingCode.TIGHT_CONSTRAINT);
    assertThat(finding.arguments())
        .containsEntry("constraint", "MaxNorm")
        .containsEntry("weight", "dense/kernel");
    assertThat(Told.number(finding, "limit")).isBetween(0.0099, 0.0101);
    assertThat(
            Told.only(
                    tumours(Dense.of(16, RELU).kernelConstraint(MinMaxNorm.of(0, 0.1))),
                    FindingCode.TIGHT_CONSTRAINT)
                .arguments())
        .containsEntry("constraint", "MinMaxNorm");
    assertThat(Told.codes(tumours(Dense.of(16, RELU).kernelConstraint(MaxNorm.of(0.5))))).isEmpty();
  }

  @Test
  void aModelWithoutNegativeWeightsOnlyRises() {
    Finding finding =
        Told.only(
            TUMOURS.of(
                Normalization.layer(),
                Dense.of(16, RELU).kernelConstraint(NonNeg.always()),
                Dense.of(1, SIGMOID).kernelConstraint(NonNeg.always())),
            FindingCode.TIGHT_CONSTRAINT);
    assertThat(finding.arguments()).containsEntry("constraint", "NonNeg");
    assertThat(finding.message()).startsWith("NonNeg keeps every weight");
    assertThat(Told.codes(tumours(Dense.of(16, RELU).kernelConstraint(NonNeg.always())))).isEmpty();
  }

  /** A dense layer whose weights are drawn, and then left as they are. */
  private record Random(int units) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      Shape shape = Shape.of(input.shape().get(1), units);
      return context
          .tf()
          .linalg
          .matMul(input, context.addWeight("w", shape, RandomNormal.of(0, 0.5), false, null));
    }
  }

  @Test
  void randomWeightsAtTheEndPredictAtRandom() {
    Finding finding =
        Told.only(
            TUMOURS.of(Normalization.layer(), Dense.of(16, RELU), new Random(1)),
            FindingCode.FROZEN_WEIGHTS);
    assertThat(finding.arguments()).containsEntry("weight", "random/w").containsEntry("all", false);
    Observations features = tumours(new Random(64));
    assertThat(WeightRules.frozen(features)).isEmpty();
    assertThat(WeightRules.frozen(Known.passed(features))).isEmpty();
    assertThat(WeightRules.frozen(Known.failed(features))).as("they were not enough").hasSize(1);
  }
}
