package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A step of descent against central differences of the loss that evaluation reports; every second
 * weight.
 */
class GradientsTest {
  private static final float H = 0.002f;
  private static final float RATE = 0.25f;

  private static final Labelled DATA =
      new Labelled(
          floats(List.of(4, 6, 6, 1), new Random(7).doubles(144, 0, 255).toArray()),
          classes(0, 1, 2, 1));

  private static ModelGraph network(Optimizer optimizer) {
    return Fixtures.graph(
        DATA.features(),
        optimizer,
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
        List.of(),
        Normalization.layer(),
        Conv2D.of(2, 3).activation(Activation.TANH),
        MaxPooling2D.layer(),
        Conv2D.of(2, 2).padding(Padding.SAME).activation(Activation.SOFTPLUS),
        Flatten.layer(),
        Dense.of(3).activation(Activation.SOFTMAX).kernelRegularizer(L2.of(0.1)));
  }

  private static Map<String, float[]> afterOneStep(Optimizer optimizer) {
    return Trainings.train(network(optimizer), FitPlan.epochs(1), DATA).best();
  }

  @Test
  void aStepFollowsTheNumericalGradientOfTheWholeObjective() {
    ModelGraph graph = network(Fixtures.FROZEN);
    Map<String, float[]> before = afterOneStep(Fixtures.FROZEN);
    Map<String, float[]> after = afterOneStep(SGD.withLearningRate(RATE));

    int compared = 0;
    for (WeightSpec weight : graph.manifest().weights()) {
      float[] start = before.getOrDefault(weight.name(), new float[0]);
      float[] end = after.getOrDefault(weight.name(), new float[0]);
      for (int i = 0; i < start.length && weight.trainable(); i += 2) {
        double slope = slope(graph, before, weight.name(), i);
        assertThat((start[i] - end[i]) / RATE)
            .as("%s[%d]", weight.name(), i)
            .isCloseTo((float) slope, Offset.offset(5e-4f));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(10 + 9 + 14);
  }

  @Test
  void aWeightBehindAnOperationWithoutDerivativeStaysAsItIs() {
    Layer floor = Layer.lambda((tf, x) -> tf.math.floor(x));
    Dense first = Dense.of(1).kernelInitializer(Initializer.ONES);
    Dense last = Dense.of(1).kernelInitializer(Initializer.ONES);
    Labelled data = new Labelled(floats(List.of(1, 1), 2.5), targets(1));
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            SGD.withLearningRate(0.1),
            Loss.MEAN_SQUARED_ERROR,
            List.of(),
            first,
            floor,
            last);

    Trainings.Run run = Trainings.train(graph, FitPlan.epochs(1), data);

    assertThat(run.best("dense/kernel")).containsExactly(1);
    assertThat(run.best("dense_1/kernel")).containsExactly(new float[] {0.6f}, Fixtures.FLOAT);
  }

  private static double slope(
      ModelGraph graph, Map<String, float[]> weights, String name, int index) {
    return (loss(graph, weights, name, index, H) - loss(graph, weights, name, index, -H)) / (2 * H);
  }

  private static double loss(
      ModelGraph graph, Map<String, float[]> weights, String name, int index, float change) {
    Map<String, float[]> moved = new LinkedHashMap<>(weights);
    moved.computeIfPresent(
        name,
        (key, values) -> {
          float[] copy = values.clone();
          copy[index] += change;
          return copy;
        });
    return Trainings.evaluate(graph, moved, DATA).getOrDefault("loss", Double.NaN);
  }
}
