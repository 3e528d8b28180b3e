package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static dev.assay.keras.training.TrainingResult.StopReason.COMPLETED;
import static dev.assay.keras.training.TrainingResult.StopReason.DIVERGED;
import static dev.assay.keras.training.TrainingResult.StopReason.EARLY_STOPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.Trainings.Run;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Callbacks and the end of training, on one weight whose way is known.
 *
 * <p>With the input 1 and the target 10 a rate of 0.05 moves the weight to 1, 1.9, 2.71, 3.439,
 * 4.095, ...; validation wants 3.3, so val_loss is 5.29, 1.96, 0.35, 0.02, 0.63, ...
 */
class FittingTest {
  private static final TensorData ONE = floats(List.of(1, 1), 1);
  private static final Labelled TRAIN = new Labelled(ONE, targets(10));
  private static final Labelled VALIDATION = new Labelled(ONE, targets(3.3));
  private static final int BEST = 4;

  private static ModelGraph oneWeight(double rate) {
    return oneWeight(SGD.withLearningRate(rate));
  }

  private static ModelGraph oneWeight(SGD optimizer) {
    return Fixtures.graph(
        ONE,
        optimizer,
        Loss.MEAN_SQUARED_ERROR,
        List.of(Metric.MEAN_ABSOLUTE_ERROR),
        Dense.of(1).useBias(false).kernelInitializer(Initializer.ZEROS));
  }

  private static Run fit(double rate, int epochs, Callback... callbacks) {
    FitPlan plan = FitPlan.epochs(epochs).callbacks(callbacks);
    return Trainings.train(oneWeight(rate), plan, TRAIN, VALIDATION, 1);
  }

  /** Keras stops when the epochs without an improvement reach the patience; 0 counts as 1. */
  @ParameterizedTest
  @CsvSource({"0,0,5", "1,0,5", "2,0,6", "5,0,9", "1,1,4", "2,1,5", "1,0.32,5", "1,0.34,4"})
  void earlyStoppingWaitsAsLongAsKeras(int patience, double minDelta, int epochs) {
    EarlyStopping stopping = EarlyStopping.on("val_loss").patience(patience).minDelta(minDelta);

    Run run = fit(0.05, 20, stopping);

    assertThat(run.result().stopReason()).isEqualTo(EARLY_STOPPING);
    assertThat(run.result().history()).hasSize(epochs);
    assertThat(run.result().bestEpoch()).isEqualTo(BEST);
  }

  @Test
  void theBestEpochsWeightsAreKeptAndMarked() {
    Run run = fit(0.05, 6);

    assertThat(run.result().stopReason()).isEqualTo(COMPLETED);
    assertThat(run.best("dense/kernel")).containsExactly(new float[] {3.439f}, Fixtures.FLOAT);
    assertThat(run.result().history()).extracting("epoch").containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(run.result().history())
        .extracting("best")
        .containsExactly(true, true, true, true, false, false);
  }

  @Test
  void earlyStoppingInTheLastEpochIsACompletedPlan() {
    assertThat(fit(0.05, 5, EarlyStopping.on("val_loss")).result().stopReason())
        .isEqualTo(COMPLETED);
  }

  @Test
  void theCheckpointFollowsItsOwnMonitor() {
    assertThat(fit(0.05, 6, ModelCheckpoint.best("loss")).result().bestEpoch()).isEqualTo(6);
    assertThat(fit(0.05, 6, ModelCheckpoint.best("val_mae")).result().bestEpoch()).isEqualTo(BEST);
  }

  /** Accuracy is 1 from the first epoch on, while the loss goes on falling. */
  @Test
  void higherAccuracyIsBetterAndTheFirstOfEqualsIsKept() {
    Labelled data = new Labelled(floats(List.of(2, 1), 1, -1), classes(1, 0));
    ModelGraph graph =
        Fixtures.graph(
            data.features(),
            SGD.withLearningRate(0.1),
            Loss.BINARY_CROSSENTROPY,
            List.of(Metric.ACCURACY),
            Dense.of(1).activation(Activation.SIGMOID).kernelInitializer(new Constant(-0.01f)));

    FitPlan plan = FitPlan.epochs(4);
    Run byAccuracy =
        Trainings.train(graph, plan.callbacks(ModelCheckpoint.best("val_accuracy")), data);
    Run byLoss = Trainings.train(graph, plan, data);

    assertThat(byAccuracy.value(1, "accuracy")).isZero();
    assertThat(byAccuracy.value(1, "val_accuracy")).isEqualTo(1);
    assertThat(byAccuracy.result().bestEpoch()).isEqualTo(1);
    assertThat(byLoss.result().bestEpoch()).isEqualTo(4);
  }

  @Test
  void anUnknownMonitorIsAnErrorThatNamesTheKnown() {
    for (Callback callback :
        List.of(ModelCheckpoint.best("val_acc"), EarlyStopping.on("val_acc"))) {
      assertThatThrownBy(() -> fit(0.05, 2, callback))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              callback.getClass().getSimpleName()
                  + " monitors val_acc, which this model does not report."
                  + " Known: [loss, mae, val_loss, val_mae]."
                  + " Monitor one of these, or compile the model with that metric.");
    }
  }

  /** One step of such a size makes the weight, and with it the validation loss, infinite. */
  @Test
  void aLossThatIsInfiniteAfterTheLastStepHasDiverged() {
    Run run = fit(1e38, 3);

    assertThat(run.result().stopReason()).isEqualTo(DIVERGED);
    assertThat(run.result().history()).hasSize(1);
    assertThat(run.result().bestEpoch()).isZero();
    assertThat(run.best()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aTrainingLossThatIsNotFiniteHasDiverged(double target) {
    Labelled train = new Labelled(ONE, targets(target));

    Run run = Trainings.train(oneWeight(0.1), FitPlan.epochs(3), train, VALIDATION, 1);

    assertThat(run.result().stopReason()).isEqualTo(DIVERGED);
    assertThat(run.result().history()).hasSize(1);
  }

  /** The error grows fivefold an epoch, so its square leaves float32 after some 27. */
  @Test
  void whatWasBestBeforeItDivergedIsKept() {
    Run run = fit(3, 100);

    StopReason reason = run.result().stopReason();
    assertThat(reason).isEqualTo(DIVERGED);
    assertThat(run.result().history()).hasSizeBetween(24, 30);
    assertThat(run.result().bestEpoch()).isEqualTo(1);
    assertThat(run.best("dense/kernel")).containsExactly(new float[] {60}, Fixtures.FLOAT);
  }

  /** With twenty steps of 0.05 the weight is 8.8; then one of 1e30 makes the next loss infinite. */
  @Test
  void nothingAfterTheFirstInfiniteLossCounts() {
    int rows = 40;
    double[] ones = DoubleStream.generate(() -> 1).limit(rows).toArray();
    double[] tens = DoubleStream.generate(() -> 10).limit(rows).toArray();
    Labelled train = new Labelled(floats(List.of(rows, 1), ones), targets(tens));
    LearningRateSchedule rates =
        PiecewiseConstantDecay.startingAt(0.05).after(19, 1e30).after(20, 0.5).after(21, 0.25);
    FitPlan plan = FitPlan.epochs(100_000).batchSize(1);

    Run run = Trainings.train(oneWeight(SGD.withLearningRate(rates)), plan, train, VALIDATION, 1);

    assertThat(run.result().stopReason()).isEqualTo(DIVERGED);
    assertThat(run.result().history()).extracting("learningRate").containsExactly(0.5);
    assertThat(run.value(1, "loss")).isInfinite();
    assertThat(run.value(1, "mae"))
        .isCloseTo(2e30 * 10 * Math.pow(0.9, 20) / 22, Percentage.withPercentage(0.1));
  }
}
