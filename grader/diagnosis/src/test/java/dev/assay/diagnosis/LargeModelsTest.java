package dev.assay.diagnosis;

import static dev.assay.diagnosis.Exercise.CLOTHES;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.protocol.BuiltModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Graphs of thousands of operations, which are looked through in little time. */
@Timeout(60)
class LargeModelsTest {
  private static Observations stack(int layers, Layer... each) {
    List<Layer> all = new ArrayList<>(List.of(Normalization.layer()));
    for (int i = 0; i < layers; i++) {
      all.add(Dense.of(4, SIGMOID));
    }
    all.addAll(List.of(each));
    all.add(Dense.of(1, SIGMOID));
    return TUMOURS.of(all.toArray(Layer[]::new));
  }

  @Test
  void aDeepResNetIsSound() {
    Input input = Input.layer();
    Node value =
        Conv2D.of(8, 3, RELU)
            .padding(Padding.SAME)
            .apply(Reshape.to(28, 28, 1).apply(Rescaling.by(1.0 / 255).apply(input)));
    for (int block = 0; block < 24; block++) {
      Node inside = Conv2D.of(8, 3).padding(Padding.SAME).useBias(false).apply(value);
      inside = ReLU.layer().apply(BatchNormalization.layer().apply(inside));
      inside = Conv2D.of(8, 3).padding(Padding.SAME).useBias(false).apply(inside);
      inside = BatchNormalization.layer().apply(inside);
      value = ReLU.layer().apply(Add.layer().apply(value, inside));
    }
    Node output = Dense.of(10, SOFTMAX).apply(GlobalAveragePooling2D.layer().apply(value));
    Observations known =
        CLOTHES.of(
            Functional.of(input, output)
                .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
    assertThat(known.manifest().layers()).hasSizeGreaterThan(140);
    // Eight channels are few for ten classes.
    assertThat(Told.codes(known)).containsExactly("POOLED_AWAY");
  }

  @Test
  void manyLayersAreLookedThrough() {
    Observations known = stack(300);
    assertThat(known.serving().weighted()).hasSize(301);
    assertThat(Told.codes(known)).contains("SIGMOID_STACK");
    assertThat(WatchList.of(known.outline())).hasSize(48);
  }

  @Test
  void manyOperationsOfOneLayerAreLookedThrough() {
    Layer wave =
        Layer.lambda(
            (tf, x) -> {
              var value = x;
              for (int i = 0; i < 1_500; i++) {
                value = tf.math.tanh(tf.math.add(value, x));
              }
              return value;
            });
    assertThat(stack(3, wave).serving().operations()).hasSizeGreaterThan(3_000);
    assertThat(Told.codes(stack(3, wave))).doesNotContain("NO_GRADIENT", "LINEAR_STACK");
  }

  @Test
  void aGraphThatIsTooLargeIsNotLookedAt() {
    Layer huge =
        Layer.lambda(
            (tf, x) -> {
              var value = x;
              for (int i = 0; i < 4_100; i++) {
                value = tf.math.tanh(value);
              }
              return value;
            });
    ModelGraph traced =
        ModelGraph.trace(
            Sequential.of(huge, Dense.of(1)).compile(Loss.MEAN_SQUARED_ERROR),
            new TensorSpec(ElementType.FLOAT32, List.of(4)),
            1);
    BuiltModel model = new BuiltModel(traced.manifest(), traced.parts(), 1, Exercise.PLAN);
    assertThat(ModelOutline.of(traced.graphDef(), model)).isEmpty();
  }

  @Test
  void theSmallestModelIsLookedAt() {
    assertThat(Told.codes(DIGITS.of(Flatten.layer(), Dense.of(10, SOFTMAX))))
        .containsExactly("INPUT_SCALE");
  }
}
