package dev.assay.training.steering;

import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.FitPlan;
import dev.assay.training.session.CurrentRate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a plan's callbacks at the beginning and the end of each epoch. */
public final class CallbackRunner {
  private final CurrentRate rate;
  private final Optional<Monitor> checkpoint;
  private final boolean restores;
  private final Optional<Stopping> stopping;
  private final Optional<Plateau> plateau;
  private final Optional<LearningRateScheduler> scheduler;

  /**
   * The state before the first epoch.
   *
   * @param watched the key by which the best epoch is chosen where the plan does not say; null: the
   *     last epoch's weights are kept, as in Keras
   * @throws IllegalArgumentException where a callback would change the rate of a schedule
   */
  public CallbackRunner(FitPlan plan, LearningRateSchedule schedule, @Nullable String watched) {
    if (plan.changesLearningRate() && !(schedule instanceof ConstantRate)) {
      throw new IllegalArgumentException(
          "A callback changes the learning rate, but the optimizer has a schedule: %s."
                  .formatted(schedule)
              + " Give it a constant learning rate, or remove the callback.");
    }
    rate = new CurrentRate(schedule);
    checkpoint =
        plan.callback(ModelCheckpoint.class)
            .map(ModelCheckpoint::monitor)
            .or(() -> Optional.ofNullable(watched))
            .map(key -> new Monitor(key, 0));
    restores =
        plan.callback(ModelCheckpoint.class).isEmpty()
            && plan.callback(EarlyStopping.class)
                .filter(EarlyStopping::restoreBestWeights)
                .isPresent();
    stopping = plan.callback(EarlyStopping.class).map(Stopping::new);
    plateau = plan.callback(ReduceLROnPlateau.class).map(settings -> new Plateau(settings, rate));
    scheduler = plan.callback(LearningRateScheduler.class);
  }

  /** The learning rate, which callbacks may change. */
  public CurrentRate rate() {
    return rate;
  }

  /**
   * Runs what comes before an epoch: a scheduler sets the learning rate.
   *
   * @param epoch from 1
   */
  public void epochBegins(int epoch) {
    scheduler.ifPresent(callback -> rate.set(callback.schedule().at(epoch - 1)));
  }

  /**
   * Runs what comes after an epoch.
   *
   * @param epoch from 1
   * @return whether its weights are to be kept
   */
  public boolean epochEnds(int epoch, Map<String, Double> values) {
    stopping.ifPresent(callback -> callback.epochEnds(epoch, values));
    plateau.ifPresent(callback -> callback.epochEnds(values));
    return restores
        ? stopping.filter(Stopping::keeps).isPresent()
        : checkpoint.isEmpty() || checkpoint.get().improves(values);
  }

  /** Returns whether training should end before its plan does. */
  public boolean stops() {
    return stopping.filter(Stopping::stops).isPresent();
  }
}
