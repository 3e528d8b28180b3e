package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.ActivityRegularization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L1L2;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The whole way of a gradient: a step of SGD against differences of the loss that is reported. */
class StepTest {
  private static final TensorData IMAGES =
      Fixtures.floats(List.of(4, 5, 5, 2), new Random(2).doubles(4 * 5 * 5 * 2, -1, 1).toArray());
  private static final Labelled DATA = new Labelled(IMAGES, Fixtures.targets(1, -1, 0.5, 2));

  private static ModelGraph graph(SGD optimizer) {
    return Fixtures.graph(
        IMAGES,
        optimizer,
        Loss.MEAN_SQUARED_ERROR,
        List.of(),
        Conv2D.of(3, 2)
            .dilation(2, 2)
            .padding(Padding.SAME)
            .kernelRegularizer(L1L2.of(0.02, 0.03))
            .biasRegularizer(L2.of(0.1))
            .activityRegularizer(L2.of(0.02)),
        PReLU.layer(),
        ActivityRegularization.of(0.01, 0.03),
        DepthwiseConv2D.of(2)
            .dilation(2, 2)
            .activation(Activation.SILU)
            .activityRegularizer(L1.of(0.05)),
        LayerNormalization.layer(),
        GlobalAveragePooling2D.layer(),
        Dense.of(1).kernelRegularizer(L1.of(0.05)));
  }

  @Test
  void aStepOfRateOneIsTheGradient() {
    Map<String, float[]> before = trained(Fixtures.FROZEN);
    Map<String, float[]> after = trained(SGD.withLearningRate(1));
    ModelGraph graph = graph(Fixtures.FROZEN);
    Random random = new Random(8);

    assertThat(before).hasSize(9);
    before.forEach(
        (name, values) -> {
          int index = random.nextInt(values.length);
          float step = 1e-3f;
          double numeric =
              (loss(graph, moved(before, name, index, step))
                      - loss(graph, moved(before, name, index, -step)))
                  / (2 * step);
          float gradient = values[index] - Objects.requireNonNull(after.get(name))[index];
          assertThat((double) gradient)
              .as("%s[%d]", name, index)
              .isCloseTo(numeric, Offset.offset(2e-3 * (1 + Math.abs(numeric))));
        });
  }

  /** The weights after one step on all images. */
  private static Map<String, float[]> trained(SGD optimizer) {
    return Trainings.train(graph(optimizer), FitPlan.epochs(1), DATA).best();
  }

  private static double loss(ModelGraph graph, Map<String, float[]> weights) {
    return Trainings.evaluate(graph, weights, DATA).getOrDefault("loss", Double.NaN);
  }

  private static Map<String, float[]> moved(
      Map<String, float[]> weights, String name, int index, float step) {
    Map<String, float[]> moved = new LinkedHashMap<>(weights);
    float[] values = Objects.requireNonNull(weights.get(name)).clone();
    values[index] += step;
    moved.put(name, values);
    return moved;
  }

  @Test
  void penaltiesOfKernelAndBiasAreAdded() {
    TensorData zeros = Fixtures.floats(List.of(1, 2), 0, 0);
    ModelGraph graph =
        Fixtures.graph(
            zeros, Dense.of(1).kernelRegularizer(L1L2.of(0.1, 0.01)).biasRegularizer(L1.of(0.5)));
    Map<String, float[]> weights =
        Map.of("dense/kernel", Fixtures.weight(1, -2), "dense/bias", Fixtures.weight(3));

    assertThat(Trainings.evaluate(graph, weights, new Labelled(zeros, Fixtures.targets(3))))
        .hasEntrySatisfying(
            "loss",
            loss -> assertThat(loss).isCloseTo(0.1 * 3 + 0.01 * 5 + 0.5 * 3, Offset.offset(1e-6)));
  }
}
