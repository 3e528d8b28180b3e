package dev.assay.keras;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures.Run;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps on a linear model; the numbers are from src/test/python/optimizers.py. */
class OptimizersTest {
  private static final Labelled DATA =
      new Labelled(floats(List.of(3, 2), 1, 2, 0.5, -1, -2, 0.25), targets(1, -2, 0.5));

  private static Run train(Optimizer optimizer, Labelled data, int epochs) {
    Dense layer =
        Dense.of(1).kernelInitializer(new Constant(0.5f)).biasInitializer(new Constant(-0.25f));
    ModelGraph graph =
        Fixtures.graph(data.features(), optimizer, Loss.MEAN_SQUARED_ERROR, List.of(), layer);
    return Fixtures.train(graph, FitPlan.epochs(epochs), data);
  }

  private static Arguments expect(Optimizer optimizer, int steps, double... kernelAndBias) {
    return Arguments.of(optimizer, steps, kernelAndBias);
  }

  static Stream<Arguments> steps() {
    Optimizer momentum = SGD.withLearningRate(0.05).momentum(0.5);
    Optimizer nesterov = SGD.withLearningRate(0.05).momentum(0.5).nesterov(true);
    Optimizer adam = Adam.withLearningRate(0.05);
    Optimizer otherAdam = Adam.withLearningRate(0.05).betas(0.5, 0.9).epsilon(0.1);
    return Stream.of(
        expect(SGD.withLearningRate(0.1), 1, 0.2166667, 0.5937500, -0.2583333),
        expect(SGD.withLearningRate(0.1), 10, -0.3958322, 0.9820880, -0.5360958),
        expect(momentum, 1, 0.3583333, 0.5468750, -0.2541667),
        expect(momentum, 10, -0.4342951, 1.0015029, -0.5298366),
        expect(nesterov, 1, 0.2875000, 0.5703125, -0.2562500),
        expect(nesterov, 10, -0.4119949, 0.9900202, -0.5337854),
        expect(adam, 1, 0.4500001, 0.5499998, -0.2999981),
        expect(adam, 10, 0.0110711, 0.9524285, -0.5593396),
        expect(otherAdam, 1, 0.4550202, 0.5373885, -0.2604281),
        expect(otherAdam, 10, 0.0637188, 0.8404615, -0.4610388));
  }

  @ParameterizedTest(name = "{0}, {1} steps")
  @MethodSource("steps")
  void stepsAreThoseOfTheFormulas(Optimizer optimizer, int steps, double[] expected) {
    Run run = train(optimizer, DATA, steps);

    assertThat(run.result().bestEpoch()).isEqualTo(steps);
    float[] kernel = run.best("dense/kernel");
    assertThat(new float[] {kernel[0], kernel[1], run.best("dense/bias")[0]})
        .containsExactly(Fixtures.weight(expected), Offset.offset(2e-6f));
  }

  /**
   * The first step is rate * g / (|g| + epsilon / sqrt(0.001)): with a gradient as small as the
   * last term it is half the rate, with an epsilon of 1e-8 it were ten elevenths.
   */
  @Test
  void adamsEpsilonIsThatOfKeras() {
    double tiny = 1e-7 / Math.sqrt(0.001);
    Labelled data = new Labelled(floats(List.of(1, 2), tiny, 0), targets(-0.75));

    float[] kernel = train(Adam.withLearningRate(0.01), data, 1).best("dense/kernel");

    assertThat(kernel).containsExactly(new float[] {0.495f, 0.5f}, Fixtures.FLOAT);
  }
}
