package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingMode;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The trainer's options, and what it tells while it runs. */
class TrainerTest {
  private static final int ROWS = 300;
  private static final Labelled DATA =
      new Labelled(
          pixels(List.of(ROWS, 12, 12, 1), new Random(1).ints(ROWS * 144L, 0, 256).toArray()),
          classes(new Random(2).ints(ROWS, 0, 3).toArray()));

  private static final ModelGraph GRAPH =
      Fixtures.graph(
          DATA.features(),
          Adam.defaults(),
          Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
          List.of(Metric.ACCURACY),
          Normalization.layer(),
          Conv2D.of(8, 3).activation(Activation.RELU),
          MaxPooling2D.layer(),
          Flatten.layer(),
          Dense.of(3).activation(Activation.SOFTMAX));

  /** All that a listener heard. */
  private static final class Heard implements TrainingListener {
    private final List<Integer> steps = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Map<String, Double>> values = new ArrayList<>();
    private final List<EpochResult> epochs = new ArrayList<>();
    private Map<String, float[]> best = new LinkedHashMap<>();

    @Override
    public void onStep(int epoch, int step, int all, Supplier<Map<String, Double>> soFar) {
      steps.add(step);
      counts.add(all);
      values.add(soFar.get());
    }

    @Override
    public void onEpoch(EpochResult result) {
      epochs.add(result);
    }

    @Override
    public void onBest(Map<String, float[]> weights) {
      best = weights;
    }

    List<Map<String, Double>> history() {
      return epochs.stream().map(EpochResult::values).toList();
    }
  }

  private static Heard train(FitPlan plan, TrainerOptions options) throws IOException {
    Heard heard = new Heard();
    try (Trainer trainer = new Trainer(GRAPH, plan, DATA, DATA, options)) {
      trainer.fit(heard);
    }
    return heard;
  }

  @Test
  void progressIsToldAfterEachCallAndIsTheWholeEpochAtItsEnd() throws IOException {
    Heard heard = train(FitPlan.epochs(2).batchSize(16), TrainerOptions.seed(1));

    assertThat(heard.steps).contains(19).isSubsetOf(range(19));
    assertThat(heard.steps.subList(0, heard.steps.size() / 2)).isSorted();
    assertThat(heard.values.get(heard.values.size() - 1))
        .isEqualTo(
            Map.of(
                "loss", heard.epochs.get(1).values().getOrDefault("loss", 0.0),
                "accuracy", heard.epochs.get(1).values().getOrDefault("accuracy", 0.0)));
  }

  private static List<Integer> range(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  /** Where the processor has no bfloat16, it is the other mode. */
  @Test
  void theFastModeLearnsTheSameWithLessPrecision() throws IOException {
    FitPlan plan = FitPlan.epochs(3);

    Heard precise = train(plan, TrainerOptions.seed(1));
    Heard fast = train(plan, TrainerOptions.seed(1).mode(TrainingMode.FAST));

    for (int epoch = 0; epoch < 3; epoch++) {
      double loss = precise.history().get(epoch).getOrDefault("val_loss", Double.NaN);
      assertThat(fast.history().get(epoch).get("val_loss")).isCloseTo(loss, Offset.offset(0.05));
    }
  }

  @Test
  void theFastModeEvaluatesInFloat32() throws IOException {
    Heard fast = train(FitPlan.epochs(1), TrainerOptions.seed(1).mode(TrainingMode.FAST));

    Map<String, Double> reloaded = Trainings.evaluate(GRAPH, fast.best, DATA);

    assertThat(fast.history().get(0))
        .containsEntry("val_loss", reloaded.getOrDefault("loss", Double.NaN))
        .containsEntry("val_accuracy", reloaded.getOrDefault("accuracy", Double.NaN));
  }

  /**
   * Logits may be negative, of which Poisson takes the logarithm; the loss is finite all the same.
   */
  @Test
  void aMetricThatIsNoNumberDoesNotEndTraining() throws IOException {
    ModelGraph graph =
        Fixtures.graph(
            DATA.features(),
            Adam.defaults(),
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits(),
            List.of(Metric.of(Loss.POISSON)),
            Flatten.layer(),
            Normalization.layer(),
            Dense.of(3));
    Heard heard = new Heard();
    try (Trainer trainer =
        new Trainer(graph, FitPlan.epochs(2), DATA, DATA, TrainerOptions.seed(1))) {
      assertThat(trainer.fit(heard).stopReason()).isEqualTo(StopReason.COMPLETED);
    }
    assertThat(heard.history().get(1).get("poisson")).isNaN();
    assertThat(heard.history().get(1).get("val_loss")).isFinite();
  }

  @Test
  void aBatchMayBeLargerThanAnySet() throws IOException {
    Heard heard = train(FitPlan.epochs(2).batchSize(Integer.MAX_VALUE), TrainerOptions.seed(1));

    assertThat(heard.steps).containsExactly(1, 1);
    assertThat(heard.counts).containsOnly(1);
  }

  @Test
  void featuresMustBeWhatTheModelTakes() {
    Labelled flat = new Labelled(pixels(List.of(1, 2), 3, 4), classes(0));

    assertThatThrownBy(
            () -> new Trainer(GRAPH, FitPlan.epochs(1), flat, flat, TrainerOptions.seed(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The model takes features UINT8 of shape (None, 12, 12, 1)."
                + " Received: UINT8 of shape (None, 2)");
  }

  @Test
  void threadsMustBePositive() {
    assertThatThrownBy(() -> TrainerOptions.seed(1).threads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TrainerOptions: threads must be positive. Received: 0");
  }
}
