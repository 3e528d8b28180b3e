package dev.assay.training;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.Fixtures;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adadelta;
import dev.assay.keras.optimizers.Adagrad;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.AdamW;
import dev.assay.keras.optimizers.Adamax;
import dev.assay.keras.optimizers.Ftrl;
import dev.assay.keras.optimizers.Nadam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.schedules.ExponentialDecay;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.training.Trainings.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps on a linear model; the numbers are from src/test/python/optimizers.py. */
class OptimizersTest {
  /** Of weights between -1 and 1, after ten steps in float32. */
  private static final Offset<Float> TOLERANCE = Offset.offset(2e-6f);

  private static final Labelled DATA =
      new Labelled(floats(List.of(3, 2), 1, 2, 0.5, -1, -2, 0.25), targets(1, -2, 0.5));

  private static Run train(Optimizer optimizer, Labelled data, int epochs) {
    Dense layer =
        Dense.of(1).kernelInitializer(new Constant(0.5f)).biasInitializer(new Constant(-0.25f));
    ModelGraph graph =
        Fixtures.graph(data.features(), optimizer, Loss.MEAN_SQUARED_ERROR, List.of(), layer);
    return Trainings.train(graph, lastWeights(epochs), data);
  }

  /** A plan that keeps the weights of its last epoch. */
  private static FitPlan lastWeights(int epochs) {
    return FitPlan.epochs(epochs)
        .callbacks(EarlyStopping.on("loss").startFromEpoch(epochs).restoreBestWeights(true));
  }

  private static Arguments expect(Optimizer optimizer, int steps, double... kernelAndBias) {
    return Arguments.of(optimizer, steps, kernelAndBias);
  }

  static Stream<Arguments> steps() {
    Optimizer sgd = SGD.withLearningRate(0.1);
    Optimizer momentum = SGD.withLearningRate(0.05).momentum(0.5);
    Optimizer nesterov = SGD.withLearningRate(0.05).momentum(0.5).nesterov(true);
    Optimizer adam = Adam.withLearningRate(0.05);
    Optimizer otherAdam = Adam.withLearningRate(0.05).betas(0.5, 0.9).epsilon(0.1);
    Optimizer amsgrad = Adam.withLearningRate(0.05).betas(0.5, 0.6).amsgrad(true);
    Optimizer adamw = AdamW.withLearningRate(0.05);
    Optimizer adamax = Adamax.withLearningRate(0.05);
    Optimizer otherAdamax = Adamax.withLearningRate(0.05).betas(0.5, 0.8).epsilon(0.1);
    Optimizer nadam = Nadam.withLearningRate(0.05);
    Optimizer otherNadam = Nadam.withLearningRate(0.05).betas(0.5, 0.9).epsilon(0.1);
    Optimizer rmsprop = RMSprop.withLearningRate(0.02);
    Optimizer otherRmsprop = RMSprop.withLearningRate(0.02).rho(0.8).momentum(0.5).epsilon(0.1);
    Optimizer centered = RMSprop.withLearningRate(0.02).momentum(0.5).epsilon(0.1).centered(true);
    Optimizer adagrad = Adagrad.withLearningRate(0.05);
    Optimizer otherAdagrad =
        Adagrad.withLearningRate(0.05).initialAccumulatorValue(0.5).epsilon(0.3);
    Optimizer adadelta = Adadelta.withLearningRate(1);
    Optimizer otherAdadelta = Adadelta.withLearningRate(0.5).rho(0.8).epsilon(0.01);
    Optimizer ftrl = Ftrl.withLearningRate(0.1);
    Optimizer otherFtrl =
        Ftrl.withLearningRate(0.1)
            .learningRatePower(-0.6)
            .initialAccumulatorValue(0.2)
            .l1RegularizationStrength(0.3)
            .l2RegularizationStrength(0.1)
            .l2ShrinkageRegularizationStrength(0.05)
            .beta(0.2);
    Optimizer clipValue = SGD.withLearningRate(0.1).clipValue(0.5);
    Optimizer clipNorm = SGD.withLearningRate(0.1).clipNorm(0.5);
    Optimizer globalClipNorm = SGD.withLearningRate(0.1).globalClipNorm(0.5);
    Optimizer unclipped = SGD.withLearningRate(0.1).globalClipNorm(100);
    Optimizer clippedAndDecayed =
        SGD.withLearningRate(0.1).momentum(0.5).clipNorm(0.5).weightDecay(0.2);
    Optimizer decayedFtrl = Ftrl.withLearningRate(0.1).weightDecay(0.2);
    Optimizer scheduled = Adam.withLearningRate(ExponentialDecay.of(0.1, 4, 0.5));
    return Stream.of(
        expect(sgd, 1, 0.2166667, 0.5937500, -0.2583333),
        expect(sgd, 10, -0.3958322, 0.9820880, -0.5360958),
        expect(momentum, 1, 0.3583333, 0.5468750, -0.2541667),
        expect(momentum, 10, -0.4342951, 1.0015029, -0.5298366),
        expect(nesterov, 1, 0.2875000, 0.5703125, -0.2562500),
        expect(nesterov, 10, -0.4119949, 0.9900202, -0.5337854),
        expect(adam, 1, 0.4500001, 0.5499998, -0.2999981),
        expect(adam, 10, 0.0110711, 0.9524285, -0.5593396),
        expect(otherAdam, 1, 0.4550202, 0.5373885, -0.2604281),
        expect(otherAdam, 10, 0.0637188, 0.8404615, -0.4610388),
        expect(amsgrad, 1, 0.4500000, 0.5500000, -0.2999999),
        expect(amsgrad, 10, 0.0411781, 0.8722232, -0.5163478),
        expect(adamw, 1, 0.4499001, 0.5498998, -0.2999481),
        expect(adamw, 10, 0.0105572, 0.9513818, -0.5588989),
        expect(adamax, 1, 0.4500000, 0.5500000, -0.2999999),
        expect(adamax, 10, 0.0552402, 0.8771010, -0.5109743),
        expect(otherAdamax, 1, 0.4517045, 0.5451807, -0.2727273),
        expect(otherAdamax, 10, -0.0011748, 0.9297888, -0.5062551),
        expect(nadam, 1, 0.4468606, 0.5531394, -0.3031393),
        expect(nadam, 10, 0.1336174, 0.8286333, -0.4858622),
        expect(otherNadam, 1, 0.4447036, 0.5517302, -0.2760218),
        expect(otherNadam, 10, 0.0574760, 0.8486903, -0.4796459),
        expect(rmsprop, 1, 0.4367545, 0.5632455, -0.3132410),
        expect(rmsprop, 10, 0.1747100, 0.7901268, -0.4609307),
        expect(otherRmsprop, 1, 0.4566095, 0.5357042, -0.2552342),
        expect(otherRmsprop, 10, 0.0539036, 0.8399090, -0.4250518),
        expect(centered, 1, 0.4375173, 0.5443049, -0.2552541),
        expect(centered, 10, -0.1428947, 0.9070544, -0.4731387),
        expect(adagrad, 1, 0.4503085, 0.5473773, -0.2627412),
        expect(adagrad, 10, 0.2620259, 0.7134338, -0.3796993),
        expect(otherAdagrad, 1, 0.4523194, 0.5361766, -0.2546384),
        expect(otherAdagrad, 10, 0.2667158, 0.6887663, -0.3278519),
        expect(adadelta, 1, 0.4985858, 0.5014142, -0.2514140),
        expect(adadelta, 10, 0.4854644, 0.5144591, -0.2639418),
        expect(otherAdadelta, 1, 0.3885432, 0.6087528, -0.2890434),
        expect(otherAdadelta, 10, -0.3113911, 1.0150732, -0.6277803),
        expect(ftrl, 1, 0.3451565, 0.4349463, -0.0337355),
        expect(ftrl, 10, 0.0157110, 0.7695082, -0.3848744),
        expect(otherFtrl, 1, 0.3355118, 0.3092444, 0.0000000),
        expect(otherFtrl, 10, 0.0962824, 0.5935812, -0.2580800),
        expect(clipValue, 1, 0.4500000, 0.5500000, -0.2583333),
        expect(clipValue, 10, 0.0000000, 0.8696982, -0.4323165),
        expect(clipNorm, 1, 0.4525310, 0.5157066, -0.2583333),
        expect(clipNorm, 10, 0.0368614, 0.6871051, -0.3711751),
        expect(globalClipNorm, 1, 0.4525495, 0.5157005, -0.2513956),
        expect(globalClipNorm, 10, 0.0374492, 0.6820307, -0.2950540),
        expect(unclipped, 1, 0.2166667, 0.5937500, -0.2583333),
        expect(unclipped, 10, -0.3958322, 0.9820880, -0.5360958),
        expect(clippedAndDecayed, 1, 0.4425310, 0.5057066, -0.2533333),
        expect(clippedAndDecayed, 10, -0.2925932, 0.8281008, -0.4549943),
        expect(decayedFtrl, 1, 0.3362657, 0.4281425, -0.0335704),
        expect(decayedFtrl, 10, 0.0070263, 0.7604768, -0.3822864),
        expect(scheduled, 1, 0.4000001, 0.5999997, -0.3499962),
        expect(scheduled, 10, -0.0063772, 0.9590631, -0.5709097));
  }

  @ParameterizedTest(name = "{0}, {1} steps")
  @MethodSource("steps")
  void stepsAreThoseOfTheFormulas(Optimizer optimizer, int steps, double[] expected) {
    Run run = train(optimizer, DATA, steps);

    float[] kernel = run.best("dense/kernel");
    assertThat(new float[] {kernel[0], kernel[1], run.best("dense/bias")[0]})
        .containsExactly(Fixtures.weight(expected), TOLERANCE);
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

  static Stream<Optimizer> all() {
    return Stream.of(
        SGD.withLearningRate(0.05),
        SGD.withLearningRate(0.05).momentum(0.9).nesterov(true).globalClipNorm(0.5),
        Adam.defaults(),
        Adam.defaults().amsgrad(true).clipNorm(0.1),
        AdamW.defaults(),
        Adamax.defaults(),
        Nadam.defaults(),
        Nadam.defaults().weightDecay(0.1),
        RMSprop.defaults(),
        RMSprop.defaults().centered(true).clipValue(0.01),
        Adagrad.defaults(),
        Adadelta.defaults(),
        Ftrl.defaults());
  }

  /** Two hidden layers and a last, linear one, whose bias has a gradient that needs no weight. */
  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedGivesTheSameBits(Optimizer optimizer) {
    Random random = new Random(5);
    Labelled data =
        new Labelled(
            floats(List.of(64, 8), random.doubles(64 * 8).toArray()),
            targets(random.doubles(64).toArray()));
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            optimizer,
            Loss.MEAN_SQUARED_ERROR,
            List.of(),
            Dense.of(32),
            Dense.of(16),
            Dense.of(1));
    FitPlan plan = lastWeights(3).batchSize(8);

    Run first = Trainings.train(graph, plan, data, data, 7);
    Run second = Trainings.train(graph, plan, data, data, 7);

    assertThat(second.best()).containsOnlyKeys(first.best().keySet());
    first
        .best()
        .forEach((name, weight) -> assertThat(second.best(name)).as(name).containsExactly(weight));
    assertThat(second.value(3, "loss")).isEqualTo(first.value(3, "loss"));
  }

  /** A gradient of ones needs no weight, so the update could run before the loss is read. */
  @Test
  void theLossIsThatOfTheWeightsBeforeTheUpdate() {
    Labelled data = new Labelled(floats(List.of(1, 1), 1), targets(0));
    Dense layer = Dense.of(1).kernelInitializer(Initializer.ONES);
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            SGD.withLearningRate(0.25).weightDecay(0.5),
            Loss.MEAN_SQUARED_ERROR,
            List.of(),
            layer);

    Run run = Trainings.train(graph, lastWeights(1), data);

    assertThat(run.value(1, "loss")).isEqualTo(1);
    assertThat(run.best("dense/kernel")).containsExactly(1 - 0.125f - 0.5f);
  }

  @Test
  void onlyOneKindOfClippingCanBeSet() {
    assertThatThrownBy(() -> Adam.defaults().clipNorm(1).clipValue(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only one of clipNorm, clipValue and globalClipNorm");
    assertThat(Adam.defaults().clipNorm(1).clipNorm(2).tuning().clipping().limit()).isEqualTo(2);
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> RMSprop.defaults().rho(1))
        .hasMessage("RMSprop: rho must be in [0, 1). Received: 1.0");
    assertThatThrownBy(() -> Adam.withLearningRate(0))
        .hasMessage("learningRate must be positive. Received: 0.0");
    assertThatThrownBy(() -> Ftrl.defaults().learningRatePower(0.5))
        .hasMessage("Ftrl: learningRatePower must be at most 0. Received: 0.5");
    assertThatThrownBy(() -> SGD.defaults().clipNorm(0)).hasMessageContaining("must be positive");
    assertThatThrownBy(() -> SGD.defaults().weightDecay(-1)).hasMessageContaining("weightDecay");
  }
}
