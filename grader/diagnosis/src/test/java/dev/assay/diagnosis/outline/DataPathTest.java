package dev.assay.diagnosis.outline;

import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomRotation;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.regularizers.L1L2;
import dev.assay.keras.regularizers.L2;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.NodeDef;

/** What is read from graphs. */
class DataPathTest {
  private static final Observations KNOWN =
      DIGITS.of(
          Rescaling.by(1.0 / 255),
          Reshape.to(28, 28, 1),
          RandomFlip.of(RandomFlip.Mode.VERTICAL),
          RandomRotation.of(0.25),
          Conv2D.of(8, 3, RELU).kernelRegularizer(L2.of(0.01)),
          Flatten.layer(),
          Dropout.of(0.25),
          Dense.of(10, SOFTMAX).kernelRegularizer(L1L2.of(0.02, 0.03)));

  @Test
  void operationsComeAfterTheirInputs() {
    for (DataPath path : List.of(KNOWN.serving(), KNOWN.outline().training())) {
      List<NodeDef> operations = path.operations();
      for (int i = 0; i < operations.size(); i++) {
        assertThat(operations.subList(0, i)).containsAll(path.dataInputs(operations.get(i)));
      }
      assertThat(operations).doesNotHaveDuplicates();
    }
  }

  @Test
  void usersAreTheReverseOfInputs() {
    DataPath path = KNOWN.serving();
    List<String> inputs = new ArrayList<>();
    List<String> users = new ArrayList<>();
    for (NodeDef node : path.operations()) {
      path.dataInputs(node).forEach(input -> inputs.add(input.getName() + " " + node.getName()));
      path.dataUsers(node).forEach(user -> users.add(node.getName() + " " + user.getName()));
    }
    assertThat(users).containsExactlyInAnyOrderElementsOf(inputs).isNotEmpty();
  }

  @Test
  void productsWithWeightsHaveTheirKernelAndLayer() {
    DataPath path = KNOWN.serving();
    assertThat(path.weighted())
        .extracting(path::layer, node -> path.kernel(node).map(WeightSpec::name).orElse(""))
        .containsExactly(tuple("conv2d", "conv2d/kernel"), tuple("dense", "dense/kernel"));
    assertThat(path.firstWeighted()).extracting(path::layer).containsExactly("conv2d");
    assertThat(path.lastWeighted()).extracting(path::layer).containsExactly("dense");
    assertThat(path.output().operation().map(NodeDef::getOp)).contains("Softmax");
  }

  @Test
  void layersWithSimilarNamesAreToldApart() {
    Layer[] layers = new Layer[13];
    layers[0] = Normalization.layer();
    for (int i = 1; i < 12; i++) {
      layers[i] = Dense.of(4, RELU);
    }
    layers[12] = Dense.of(1, SIGMOID);
    DataPath path = TUMOURS.of(layers).serving();
    assertThat(path.weighted())
        .extracting(path::layer)
        .startsWith("dense", "dense_1", "dense_2")
        .endsWith("dense_10", "dense_11")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsDrawnIsInTheTrainingGraphOnly() {
    assertThat(KNOWN.serving().random().draws("dropout")).isEmpty();
    assertThat(KNOWN.serving().random().mirroredAxes("random_flip")).isEmpty();
    DataPath path = KNOWN.outline().training();
    assertThat(path.random().draws("dropout")).isNotEmpty();
    assertThat(path.random().dropped("dropout").orElseThrow()).isEqualTo(0.25);
    assertThat(path.random().dropped("dense")).isEmpty();
    assertThat(path.random().mirroredAxes("random_flip")).containsExactly(1);
    assertThat(path.random().turn("random_rotation").orElseThrow()).isEqualTo(0.25, within(1e-6));
    assertThat(path.random().turn("random_flip")).isEmpty();
  }

  @Test
  void penaltiesHaveTheirFactors() {
    List<Penalty> penalties = KNOWN.outline().training().penalties();
    assertThat(penalties)
        .extracting(penalty -> Objects.requireNonNull(penalty.weight()).name())
        .containsExactly("conv2d/kernel", "dense/kernel");
    assertThat(penalties.get(0).squared()).isEqualTo(0.01, within(1e-6));
    assertThat(penalties.get(0).absolute()).isZero();
    assertThat(penalties.get(1).squared()).isEqualTo(0.03, within(1e-6));
    assertThat(penalties.get(1).absolute()).isEqualTo(0.02, within(1e-6));
  }

  @Test
  void theScaleOfInputsIsTheProductOfAllConstants() {
    Layer tenth = Layer.lambda((tf, x) -> tf.math.div(x, tf.constant(10f)));
    InputScaling scaling =
        InputScaling.of(
                TUMOURS
                    .of(Rescaling.by(0.5).offset(3), tenth, Dense.of(4, RELU), Dense.of(1, SIGMOID))
                    .serving())
            .get(0);
    assertThat(scaling.factor().orElseThrow()).isEqualTo(0.05, within(1e-6));
    assertThat(scaling.isFromFeatures()).isTrue();
    assertThat(scaling.isNormalizedBehind()).isFalse();
    assertThat(scaling.layer()).isEqualTo("dense");
    Layer columns =
        Layer.lambda(
            (tf, x) -> tf.math.mul(x, tf.fill(tf.constant(new int[] {30}), tf.constant(2f))));
    assertThat(
            InputScaling.of(TUMOURS.of(columns, Dense.of(4, RELU), Dense.of(1, SIGMOID)).serving())
                .get(0)
                .isFromFeatures())
        .isFalse();
  }
}
