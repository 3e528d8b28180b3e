package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.training.Trainings.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same seed gives the same weights, bit for bit; dropout and shuffling included. */
class ReproducibilityTest {
  private static final int ROWS = 100;
  private static final Labelled DATA =
      new Labelled(
          pixels(List.of(ROWS, 12, 12), new Random(1).ints(ROWS * 144L, 0, 256).toArray()),
          classes(new Random(2).ints(ROWS, 0, 3).toArray()));

  private static ModelGraph trace(long seed) {
    Sequential network =
        Sequential.of(
            Rescaling.by(1.0 / 255),
            Reshape.to(12, 12, 1),
            Normalization.layer(),
            Conv2D.of(8, 3).activation(Activation.RELU),
            MaxPooling2D.layer(),
            Flatten.layer(),
            Dropout.of(0.5),
            Dense.of(3).activation(Activation.SOFTMAX));
    return ModelGraph.trace(
        network.compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY),
        Fixtures.spec(DATA.features()),
        seed);
  }

  private static Run train(long graphSeed, long trainSeed) {
    return Trainings.train(
        trace(graphSeed), FitPlan.epochs(3).batchSize(16), DATA, DATA, trainSeed);
  }

  private static List<Map<String, Double>> values(Run run) {
    return run.result().history().stream().map(EpochResult::values).toList();
  }

  private static List<Integer> bits(Run run) {
    return run.best().values().stream()
        .flatMap(values -> Arrays.stream(new Integer[] {values.length, Arrays.hashCode(values)}))
        .toList();
  }

  @Test
  void aModelIsTracedIntoTheSameGraph() {
    assertThat(trace(7)).isEqualTo(trace(7));
    assertThat(trace(7).graphDef()).as("other masks of dropout").isNotEqualTo(trace(8).graphDef());
  }

  @Test
  void theSameSeedsGiveTheSameWeightsAndHistory() {
    Run first = train(7, 7);
    Run second = train(7, 7);

    assertThat(bits(second)).isEqualTo(bits(first));
    assertThat(values(second)).isEqualTo(values(first));
  }

  @Test
  void eachSeedMatters() {
    Run run = train(7, 7);

    assertThat(bits(train(7, 8))).as("initial weights and order").isNotEqualTo(bits(run));
    assertThat(bits(train(8, 7))).as("dropout").isNotEqualTo(bits(run));
  }

  /** What is kept of the best epoch gives exactly the values that were recorded for it. */
  @Test
  void reloadedWeightsGiveTheRecordedValues() {
    Run run = train(7, 7);
    int best = run.result().bestEpoch();

    Map<String, Double> reloaded = Trainings.evaluate(trace(7), run.best(), DATA);

    assertThat(reloaded).containsEntry("loss", run.value(best, "val_loss"));
    assertThat(reloaded).containsEntry("accuracy", run.value(best, "val_accuracy"));
  }
}
