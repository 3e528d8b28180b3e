package dev.assay.training.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.callbacks.TerminateOnNaN;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.training.FitPlan;
import dev.assay.training.session.CurrentRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Callbacks against histories made by hand; what is expected follows from Keras's code. */
class CallbacksTest {
  /**
   * What callbacks did.
   *
   * @param kept the epochs, from 1, whose weights were kept
   * @param stopped the epoch after which training ended, 0 if it did not
   * @param rates of the epochs
   */
  private record Course(List<Integer> kept, int stopped, List<Double> rates) {}

  /** Runs callbacks over epochs of two steps each. */
  private static Course run(String key, double[] history, Callback... callbacks) {
    CallbackRunner runner =
        new CallbackRunner(
            FitPlan.epochs(history.length).callbacks(callbacks), new ConstantRate(0.8), "val_loss");
    List<Integer> kept = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (int epoch = 1; epoch <= history.length; epoch++) {
      runner.epochBegins(epoch);
      runner.rate().next();
      runner.rate().next();
      if (runner.epochEnds(epoch, Map.of(key, history[epoch - 1], "val_loss", 1.0 / epoch))) {
        kept.add(epoch);
      }
      rates.add(runner.rate().inForce());
      if (runner.stops()) {
        return new Course(kept, epoch, rates);
      }
    }
    return new Course(kept, 0, rates);
  }

  private static Course run(double[] history, Callback... callbacks) {
    return run("loss", history, callbacks);
  }

  private static double[] of(double... values) {
    return values;
  }

  private static Arguments stops(EarlyStopping stopping, int epoch, double... history) {
    return Arguments.of(stopping, epoch, history);
  }

  static Stream<Arguments> stoppings() {
    EarlyStopping loss = EarlyStopping.on("loss");
    EarlyStopping accuracy = EarlyStopping.on("accuracy");
    return Stream.of(
        stops(loss, 3, 5, 4, 4),
        stops(loss, 2, 5, 5),
        stops(loss, 0, 5, 4, 3, 2),
        stops(loss.patience(1), 3, 5, 4, 4),
        stops(loss.patience(2), 4, 5, 4, 4, 4),
        stops(loss.patience(2), 0, 5, 4, 4, 3, 3),
        stops(loss.patience(2), 6, 5, 4, 4, 3, 3, 3),
        // Only what is better than the best counts, not what is better than the last.
        stops(loss.patience(2), 3, 5, 7, 6, 4),
        stops(loss.patience(1).minDelta(1), 2, 5, 4, 3),
        stops(loss.patience(1).minDelta(0.9), 0, 5, 4, 3),
        // Many small improvements do add up.
        stops(loss.patience(3).minDelta(1), 0, 5, 4.5, 3.9, 3.5, 2.8),
        stops(accuracy, 3, 0.5, 0.6, 0.6),
        stops(accuracy, 2, 0.5, 0.4),
        stops(accuracy.minDelta(0.2), 2, 0.5, 0.6),
        // The first epochs are not looked at: neither counted nor remembered as the best.
        stops(loss.startFromEpoch(2), 4, 1, 2, 3, 4),
        stops(loss.startFromEpoch(2).patience(2), 5, 1, 1, 3, 4, 3),
        stops(loss.startFromEpoch(2), 0, 1, 2, 3, 2.5, 2.4),
        // Keras never stops after the very first epoch.
        stops(loss.baseline(1), 2, 5, 5),
        // Improvements above the baseline neither restart the count nor stop.
        stops(loss.baseline(1).patience(2), 0, 5, 4, 3, 2, 1.5),
        stops(loss.baseline(1).patience(2), 4, 5, 4, 3, 3),
        stops(loss.baseline(1).patience(2), 5, 5, 4, 0.5, 0.6, 0.7),
        stops(loss.baseline(3.5).minDelta(1).patience(3), 3, 5, 3, 3, 3),
        stops(loss.patience(1), 2, 5, Double.NaN, 4));
  }

  @ParameterizedTest(name = "{0} stops after {1}")
  @MethodSource("stoppings")
  void earlyStoppingCountsAsKerasDoes(EarlyStopping stopping, int epoch, double[] history) {
    assertThat(run(stopping.monitor(), history, stopping).stopped()).isEqualTo(epoch);
  }

  @Test
  void theBestEpochIsTheFirstOfEquals() {
    Callback checkpoint = ModelCheckpoint.best("loss");

    assertThat(run(of(5, 4, 4, 6, 3, 3), checkpoint).kept()).containsExactly(1, 2, 5);
    assertThat(run("accuracy", of(0.1, 0.3, 0.2, 0.3), ModelCheckpoint.best("accuracy")).kept())
        .containsExactly(1, 2);
  }

  @Test
  void withoutACheckpointTheBestValidationLossIsKept() {
    assertThat(run(of(5, 6, 7), EarlyStopping.on("loss").patience(5)).kept())
        .containsExactly(1, 2, 3);
  }

  @Test
  void restoreBestWeightsKeepsTheBestEpochOfEarlyStopping() {
    EarlyStopping stopping = EarlyStopping.on("loss").patience(2).restoreBestWeights(true);

    assertThat(run(of(5, 4, 6, 6), stopping)).isEqualTo(new Course(List.of(1, 2), 4, rates(4)));
    // An improvement that is too small is none.
    assertThat(run(of(5, 4.5, 6), stopping.minDelta(1)).kept()).containsExactly(1);
    // "An epoch will be restored regardless of the performance relative to the baseline."
    assertThat(run(of(5, 4, 6), stopping.baseline(1)).kept()).containsExactly(1, 2);
    // The first epoch that is looked at is restored, whatever came before.
    assertThat(run(of(1, 2, 5, 4), stopping.startFromEpoch(2)).kept()).containsExactly(1, 2, 3, 4);
    assertThat(run(of(1, 2, 5, 6), stopping.startFromEpoch(2)).kept()).containsExactly(1, 2, 3);
    assertThat(run(of(5, 4, 6), stopping, ModelCheckpoint.best("val_loss")).kept())
        .as("a checkpoint goes first")
        .containsExactly(1, 2, 3);
  }

  private static List<Double> rates(int epochs) {
    return Stream.generate(() -> 0.8).limit(epochs).toList();
  }

  private static Arguments reduces(ReduceLROnPlateau plateau, double[] history, double... rates) {
    return Arguments.of(plateau, history, rates);
  }

  static Stream<Arguments> plateaus() {
    ReduceLROnPlateau half = ReduceLROnPlateau.on("loss").factor(0.5).patience(2);
    return Stream.of(
        // Changed after an epoch, so in force from the next one on.
        reduces(half, of(5, 5, 5, 5, 5, 5), 0.8, 0.8, 0.8, 0.4, 0.4, 0.2),
        reduces(half, of(5, 5, 4, 4, 4, 4), 0.8, 0.8, 0.8, 0.8, 0.8, 0.4),
        reduces(half.patience(1), of(5, 5, 5, 5), 0.8, 0.8, 0.4, 0.2),
        reduces(half.patience(0), of(5, 5, 5, 5), 0.8, 0.8, 0.4, 0.2),
        // The first epoch of the cooldown is the one after the change; its last counts again.
        reduces(half.patience(1).cooldown(2), of(5, 5, 5, 5, 5), 0.8, 0.8, 0.4, 0.4, 0.2),
        reduces(half.cooldown(1), of(5, 5, 5, 5, 5, 5), 0.8, 0.8, 0.8, 0.4, 0.4, 0.2),
        reduces(half.patience(1).minLr(0.3), of(5, 5, 5, 5, 5), 0.8, 0.8, 0.4, 0.3, 0.3),
        reduces(half.patience(1).minDelta(1), of(5, 4.5, 4.5), 0.8, 0.8, 0.4),
        reduces(half.patience(1), of(5, 4.99995, 4.99995), 0.8, 0.8, 0.4),
        reduces(half.patience(1).minDelta(0), of(5, 4.99995, 4.9999), 0.8, 0.8, 0.8),
        reduces(ReduceLROnPlateau.on("loss").patience(1), of(5, 5, 5), 0.8, 0.8, 0.08));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plateaus")
  void plateausLowerTheRateAsInKeras(
      ReduceLROnPlateau plateau, double[] history, double[] expected) {
    List<Double> rates = run(history, plateau).rates();

    assertThat(rates.stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, Offset.offset(1e-15));
  }

  @Test
  void theSchedulerSetsTheRateOfEachEpoch() {
    Callback scheduler =
        LearningRateScheduler.of(PiecewiseConstantDecay.startingAt(0.3).after(0, 0.2).after(2, 0));

    assertThat(run(of(1, 1, 1, 1), scheduler).rates()).containsExactly(0.3, 0.2, 0.2, 0.0);
  }

  /** Keras raises a TypeError: "its learning rate is not settable". */
  @Test
  void aScheduleCannotBeChangedByACallback() {
    FitPlan plan = FitPlan.epochs(1).callbacks(ReduceLROnPlateau.on("loss"));

    assertThatThrownBy(() -> new CallbackRunner(plan, CosineDecay.of(0.1, 10), "val_loss"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the optimizer has a schedule");
  }

  @Test
  void schedulesGoOnFromEpochToEpoch() {
    CurrentRate rate = new CurrentRate(PiecewiseConstantDecay.startingAt(0.5).after(1, 0.25));

    assertThat(List.of(rate.next(), rate.next(), rate.next())).containsExactly(0.5, 0.5, 0.25);
    assertThat(rate.inForce()).isEqualTo(0.25);
  }

  @Test
  void terminateOnNaNIsAccepted() {
    assertThat(run(of(3, 2), TerminateOnNaN.always()).stopped()).isZero();
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThatThrownBy(() -> run(of(1), EarlyStopping.on("val_acc")))
        .hasMessage(
            "A callback monitors val_acc, which this model does not report. Known: [loss,"
                + " val_loss]");
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> ReduceLROnPlateau.on("loss").factor(1))
        .hasMessage("ReduceLROnPlateau: factor must be in (0, 1). Received: 1.0");
    assertThatThrownBy(() -> EarlyStopping.on("loss").patience(-1))
        .hasMessageContaining("Received: patience=-1");
  }
}
