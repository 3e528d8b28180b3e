package dev.assay.training;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.Fixtures;
import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.callbacks.TerminateOnNaN;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.optimizers.Ftrl;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.schedules.ExponentialDecay;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.Trainings.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole trainings: two steps an epoch towards w = 0, where the loss is the mean of w². */
class FitTest {
  private static final Labelled DATA =
      new Labelled(floats(List.of(4, 1), 1, 1, 1, 1), targets(0, 0, 0, 0));

  private static Run train(Optimizer optimizer, int epochs, Callback... callbacks) {
    Dense layer = Dense.of(1).kernelInitializer(Initializer.ONES).useBias(false);
    return Trainings.train(
        Fixtures.graph(DATA.features(), optimizer, Loss.MEAN_SQUARED_ERROR, List.of(), layer),
        FitPlan.epochs(epochs).batchSize(2).callbacks(callbacks),
        DATA);
  }

  private static List<Double> rates(Run run) {
    return run.result().history().stream().map(EpochResult::learningRate).toList();
  }

  @Test
  void aScheduleCountsStepsAndTheHistorySaysTheRateOfTheLast() {
    Run run = train(SGD.withLearningRate(ExponentialDecay.of(0.25, 1, 0.5)), 2);

    assertThat(rates(run)).containsExactly(0.125, 0.03125);
    // Each step multiplies the weight by 1 - 2 * rate.
    assertThat(run.best("dense/kernel")).containsExactly(0.5f * 0.75f * 0.875f * 0.9375f);
  }

  @Test
  void aSchedulerCountsEpochs() {
    Callback scheduler =
        LearningRateScheduler.of(PiecewiseConstantDecay.startingAt(0.25).after(0, 0.125));

    Run run = train(SGD.defaults(), 2, scheduler);

    assertThat(rates(run)).containsExactly(0.25, 0.125);
    assertThat(run.best("dense/kernel")).containsExactly(0.5f * 0.5f * 0.75f * 0.75f);
  }

  /** The first epoch always improves; after that nothing is by 1000 better. */
  @Test
  void aPlateauLowersTheRateOfTheNextEpoch() {
    Run run =
        train(
            SGD.withLearningRate(0.25),
            3,
            ReduceLROnPlateau.on("val_loss").factor(0.5).patience(1).minDelta(1000));

    assertThat(rates(run)).containsExactly(0.25, 0.25, 0.125);
  }

  /** With a rate of 1 the weight only changes its sign. */
  @Test
  void earlyStoppingEndsTraining() {
    Run run = train(SGD.withLearningRate(1), 9, EarlyStopping.on("val_loss").patience(2));

    assertThat(run.result().history()).hasSize(3);
    assertThat(run.result().stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
    assertThat(run.result().bestEpoch()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNotFiniteEndsTrainingWithOrWithoutTerminateOnNaN() {
    Optimizer wild = SGD.withLearningRate(1e15);

    Run without = train(wild, 9);
    Run with = train(wild, 9, TerminateOnNaN.always());

    assertThat(without.result().stopReason()).isEqualTo(StopReason.DIVERGED);
    assertThat(without.result().bestEpoch()).isZero();
    assertThat(with.result().stopReason()).isEqualTo(StopReason.DIVERGED);
    assertThat(with.result().history()).hasSameSizeAs(without.result().history());
  }

  @Test
  void aScheduleAndACallbackThatSetsTheRateDoNotGoTogether() {
    Optimizer scheduled = SGD.withLearningRate(ExponentialDecay.of(0.25, 1, 0.5));

    assertThatThrownBy(() -> train(scheduled, 1, ReduceLROnPlateau.on("val_loss")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Give it a constant learning rate, or remove the callback.");
  }

  /** It divides by the rate. */
  @Test
  void ftrlDivergesWhereTheRateIsZero() {
    Callback scheduler = LearningRateScheduler.of(PiecewiseConstantDecay.startingAt(0));

    assertThat(train(Ftrl.defaults(), 1, scheduler).result().stopReason())
        .isEqualTo(StopReason.DIVERGED);
  }
}
