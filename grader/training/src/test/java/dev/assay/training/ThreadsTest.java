package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Functional;
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
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.training.Trainings.Keeper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations that run at the same time give the same bits as one after the other: whatever reads a
 * weight has done so before it changes.
 */
class ThreadsTest {
  private static final int ROWS = 200;
  private static final Labelled DATA =
      new Labelled(
          pixels(List.of(ROWS, 12, 12, 1), new Random(1).ints(ROWS * 144L, 0, 256).toArray()),
          classes(new Random(2).ints(ROWS, 0, 3).toArray()));

  /** Each of them changes a weight, or what it keeps for it, in a way of its own. */
  static Stream<Optimizer> optimizers() {
    return Stream.of(
        SGD.defaults().momentum(0.9).nesterov(true).globalClipNorm(0.5),
        RMSprop.defaults().centered(true),
        Adagrad.defaults(),
        Adadelta.defaults(),
        Adam.defaults().amsgrad(true),
        AdamW.defaults(),
        Adamax.defaults(),
        Nadam.defaults(),
        Ftrl.defaults());
  }

  /** With branches, a layer that is used twice, weights of all kinds, and random numbers. */
  private static ModelGraph graph(Optimizer optimizer) {
    Dense twice = Dense.of(16).kernelRegularizer(L2.of(0.01)).activation(Activation.TANH);
    Input images = Input.layer();
    Node scaled = Rescaling.by(1.0 / 255).apply(images);
    Node left = convolution().apply(scaled);
    Node right = BatchNormalization.layer().apply(convolution().apply(scaled));
    Node hidden = Dense.of(16).apply(Flatten.layer().apply(Add.layer().apply(left, right)));
    Node noisy = GaussianNoise.of(0.1).apply(Dropout.of(0.2).apply(hidden));
    Node output =
        Dense.of(3)
            .activation(Activation.SOFTMAX)
            .kernelConstraint(MaxNorm.of(1))
            .apply(twice.apply(twice.apply(noisy)));
    return ModelGraph.trace(
        Functional.of(images, output)
            .compile(optimizer, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY),
        Fixtures.spec(DATA.features()),
        1);
  }

  private static Conv2D convolution() {
    return Conv2D.of(8, 3).padding(Padding.SAME).activation(Activation.RELU);
  }

  /** The history's values and the best weights. */
  private record Outcome(List<Map<String, Double>> history, Map<String, float[]> best) {}

  private static Outcome train(ModelGraph graph, int threads) throws IOException {
    Keeper keeper = new Keeper();
    TrainerOptions options = TrainerOptions.seed(1).threads(threads);
    FitPlan plan = FitPlan.epochs(2).batchSize(16);
    try (Trainer trainer = new Trainer(graph, plan, DATA, DATA, options)) {
      List<EpochResult> history = trainer.fit(keeper).history();
      return new Outcome(history.stream().map(EpochResult::values).toList(), keeper.best());
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theirNumberDoesNotMatter(Optimizer optimizer) throws IOException {
    ModelGraph graph = graph(optimizer);

    Outcome alone = train(graph, 1);

    assertThat(train(graph, 4)).usingRecursiveComparison().isEqualTo(alone);
  }
}
